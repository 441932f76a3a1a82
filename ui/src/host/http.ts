import { HostError, asHostError, type CommandName, type FileKind, type Host } from "./host";

/** Asks for paths to type, because a browser does not tell where a file lies. */
export type AskPath = (question: {
  purpose: FileKind | "save";
  name: string;
  several: boolean;
}) => Promise<string[]>;

/** The browser twin: the same commands over HTTP. */
export function httpHost(askPath: AskPath, base = ""): Host {
  return {
    drops: false,

    call: (name, request) => post(`${base}/call/${name}`, name, request),

    pickFiles: (kind, several) => askPath({ purpose: kind, name: "", several }),

    async saveFile(name) {
      const paths = await askPath({ purpose: "save", name, several: false });
      return paths[0] ?? null;
    },

    saveText(name, text) {
      const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      return Promise.resolve(true);
    },

    onDrop: () => () => undefined,

    openLink: () => false,

    startProblem: () => null,
  };
}

async function post<T>(address: string, name: CommandName, request: unknown): Promise<T> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", "x-takeup": "1" },
    body: JSON.stringify(request),
  }).catch(() => {
    throw new HostError("no-host", "Takeup is not answering. Start it again, then reload this page.");
  });
  const body: unknown = await answer.json().catch(() => {
    throw new HostError("unexpected", `Takeup gave no readable answer to “${name}” (${answer.status}).`);
  });
  if (!answer.ok) throw asHostError(body);
  return body as T;
}
