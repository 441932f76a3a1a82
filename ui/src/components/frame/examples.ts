import { info } from "../../host/fake/places";
import OpenFile from "./OpenFile.svelte";

export const component = OpenFile;

export const examples = {
  "the example": { info: { ...info, example: true } },
  "a hostile name": { info: { ...info, name: "<script>alert(1)</script>.takeup" } },
};
