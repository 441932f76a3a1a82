import Source from "./Source.svelte";

export const component = Source;

export const examples = {
  "with address and date": {
    source: "Leeds City Council",
    address: "https://leeds.gov.uk/",
    date: "2019-07",
  },
  "only a name": { source: "<script>alert(1)</script>" },
  "not recorded": { source: null },
};
