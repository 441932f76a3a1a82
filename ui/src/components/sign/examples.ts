import { REACHES, reachSign, reachWords, statusSign, valueSign } from "../../words/signs";
import Sign from "./Sign.svelte";

export const component = Sign;

export const examples = {
  "in use": { sign: statusSign("in-use"), words: "In use" },
  "a status nobody knows": { sign: statusSign("from-a-newer-version"), words: "Something new" },
  "a hostile word": { sign: statusSign("blocked"), words: "<script>alert(1)</script>" },
  ...Object.fromEntries(
    REACHES.map((reach) => [reach, { sign: reachSign(reach), words: reachWords(reach) }]),
  ),
  ...Object.fromEntries(
    ["true", "false", "unknown", "to-do", "to-confirm"].map((value) => [
      `a leaf that is ${value}`,
      { sign: valueSign(value), words: valueSign(value).words },
    ]),
  ),
};
