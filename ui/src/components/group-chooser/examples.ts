import GroupChooser from "./GroupChooser.svelte";

export const component = GroupChooser;

export const examples = {
  plain: { id: "g", label: "Group", gss: "E08000009", chosen: () => undefined },
};
