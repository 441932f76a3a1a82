import { mount } from "svelte";

import App from "./App.svelte";
import { connect } from "./host";
import { pathQuestion } from "./state/ask-path.svelte";

await connect(pathQuestion.ask);

const target = document.getElementById("app");
if (target) mount(App, { target });
