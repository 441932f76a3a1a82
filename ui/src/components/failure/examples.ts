import { HostError } from "../../host";
import Failure from "./Failure.svelte";

export const component = Failure;

export const examples = {
  "the file went away": {
    error: new HostError("gone", "The file “trafford.takeup” is not there any more. Open it again."),
  },
  "can be tried again": {
    error: new HostError("busy", "Another program has the file open."),
    retry: () => undefined,
  },
};
