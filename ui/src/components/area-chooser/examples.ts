import AreaChooser from "./AreaChooser.svelte";

export const component = AreaChooser;

export const examples = { plain: { id: "a", label: "Council", chosen: () => undefined } };
