import NotOpen from "./NotOpen.svelte";

export const component = NotOpen;

export const examples = { plain: {} };
