import { info } from "../../host/fake/places";
import Places from "./Places.svelte";

export const component = Places;

export const examples = { none: { areas: [] }, several: { areas: info.areas } };
