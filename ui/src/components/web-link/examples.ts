import WebLink from "./WebLink.svelte";

export const component = WebLink;

export const examples = {
  "to the law": { address: "https://www.legislation.gov.uk/ukpga/2011/20", text: "Localism Act 2011" },
  "no address": { address: null, text: "A letter of 3 May" },
  "a hostile address": { address: "javascript:alert(1)", text: "Click me" },
};
