import Waiting from "./Waiting.svelte";

export const component = Waiting;

export const examples = { plain: { what: "Judging every power" } };
