import TakeBack from "./TakeBack.svelte";

export const component = TakeBack;

export const examples = { plain: { kind: "use", id: 3, gss: "E08000009", what: "Petition of 2,181 people" } };
