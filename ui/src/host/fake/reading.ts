import type { JobState, ReadRequest, ReadResult, RecognisedFile } from "../generated";

const TOTAL = 98_000;

export function recognised(request: ReadRequest): RecognisedFile {
  return {
    path: request.path,
    file: request.path.split("/").at(-1) ?? request.path,
    format: "mapped",
    format_name: "A table, read through a mapping of its columns",
    encoding: "Windows-1252",
    members: [],
    header: ["Charity number", "Charity name", "Type", "Income"],
    sample: [
      ["1000001", "Sale Moor Community Partnership", "CIO", "12000"],
      ["1000002", "<script>alert(1)</script>", "Trust", "50"],
    ],
    mapping: {
      kind: request.read_as ?? "groups",
      columns: { id: "Charity number", name: "Charity name", legal_form: "Type" },
      values: { CIO: "cio" },
      area: null,
      id_prefix: "GB-CHC",
    },
    mapping_saved: false,
    fields: ["id", "name", "legal_form", "income"].map((field) => ({
      kind: "groups",
      field,
      required: field === "id" || field === "name",
      help: `The ${field.replace("_", " ")} of the group`,
    })),
    bytes: TOTAL,
    edition: null,
    read_before: null,
    needs: request.area ? null : "Choose the area that every row is about.",
  };
}

function result(preview: boolean): ReadResult {
  return {
    file: "charities.csv",
    format_name: "A table, read through a mapping of its columns",
    preview,
    same_file: false,
    rows: 640,
    new: 600,
    changed: 11,
    same: 20,
    left_out: 9,
    vanished: 2,
    reasons: [{ what: "No name", rows: 9 }],
    counts: [{ what: "Type: CIO", rows: 211 }],
    register: preview ? null : 1,
  };
}

/** The nth answer about a job: it takes four. */
export function jobState(job: number, asked: number, preview: boolean, cancelled: boolean): JobState {
  const done = asked >= 4;
  const part = Math.min(asked, 4) / 4;
  return {
    job,
    state: cancelled ? "cancelled" : done ? "done" : "running",
    rows: Math.round(640 * part),
    bytes: Math.round(TOTAL * part),
    total_bytes: TOTAL,
    seconds_left: done ? 0 : 4 - asked,
    error: null,
    result: done && !cancelled ? result(preview) : null,
  };
}
