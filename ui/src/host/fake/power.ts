import type { PowerPage, ProofLine, RemedyLine } from "../generated";
import { audit } from "./audit";
import { trafford } from "./places";

const remedy: RemedyLine = {
  name: "Register as a charitable incorporated organisation",
  who_acts: "group",
  cost: "low",
  weeks: "8 to 20 weeks",
  power: null,
};

function leaf(words: string, value: string | null, more: Partial<ProofLine> = {}): ProofLine {
  const known = value === "true" || value === "false";
  return {
    kind: "fact",
    value,
    key: words,
    words,
    provision: "SI 2012/2421 reg 5(1)",
    because:
      value === null ? null : known ? "On record as: registered charity." : "Not on record. Ask the group.",
    source: known ? "Charities operating in Trafford, as at 2026-10-01" : null,
    by: null,
    deadline: null,
    barrier: value === "false" ? { id: "wrong-legal-form", name: "The form does not fit" } : null,
    remedies: value === "false" ? [remedy] : [],
    parts: [],
    ...more,
  };
}

function tree(shown: boolean): ProofLine {
  const v = (value: string) => (shown ? value : null);
  const none = { because: null, source: null };
  return leaf("", v("unknown"), {
    ...none,
    kind: "all",
    parts: [
      leaf("", v("unknown"), {
        ...none,
        kind: "any",
        parts: [
          leaf("is a parish council", v("false")),
          leaf("", v("unknown"), {
            ...none,
            kind: "all",
            parts: [
              leaf("is an unincorporated association", v("true")),
              leaf("has at least 21 members who are local electors", v("unknown")),
            ],
          }),
        ],
      }),
      leaf("Write the nomination: what land, and why it should be listed", v("to-do"), {
        ...none,
        kind: "task",
        by: "group",
        deadline: "8 weeks",
      }),
      leaf("the main use serves the community’s social well-being", v("to-confirm"), {
        ...none,
        kind: "judgement",
        by: "the principal council",
      }),
    ],
  });
}

const change = { kind: "meet", words: "Register as a CIO.", about: "form:cio", remedies: [remedy] };
const find = { ...change, kind: "find-out", words: "Find out whether it works here.", remedies: [] };

export function powerPage(power: string, group: string | null): PowerPage {
  const row = audit.rows.find((r) => r.power === power) ?? audit.rows[0];
  if (!row) throw new Error("no rows");
  return {
    area: trafford,
    as_at: audit.as_at,
    row,
    summary:
      "A parish council or a local group may ask the council to list a building or piece of land that matters to the community. Once listed, a sale can be paused.",
    basis: "legislative",
    space: "claimed",
    duty_holder: "Principal council",
    law: [
      {
        title: "Localism Act 2011",
        provision: "Part 5 Chapter 3, ss 87-94",
        link: "https://www.legislation.gov.uk/ukpga/2011/20/part/5/chapter/3",
      },
    ],
    in_force: [
      {
        nation: "england",
        state: "in-force",
        from: "2012-09-21",
        to: null,
        note: "Widened by the 2026 Act.",
        here: true,
      },
      { nation: "wales", state: "not-commenced", from: null, to: null, note: null, here: false },
    ],
    requirement: tree(false),
    proof: {
      who: group === null ? "People acting without a group" : "Sale Moor Community Partnership",
      group,
      reach: group === null ? "blocked" : "unsettled",
      verdict:
        group === null ? "Stopped by law: a group is needed." : "It turns on one fact that is not on record.",
      tree: tree(true),
      stopped_by: [
        {
          barrier: "no-appeal-route",
          name: "There is no appeal",
          note: "The council refused to say why.",
          date: "2025-03-01",
          source: "Letter of 1 March",
          remedies: [remedy],
        },
      ],
      short_of: [
        {
          capacity: "organising capacity",
          level: "low",
          why: "to gather evidence of how the place is used",
          barrier: { id: "thin-civic-infrastructure", name: "Little help for groups" },
          remedies: [remedy],
        },
      ],
      sets: [{ changes: [change], cost: "low", weeks: 20, groups: null, people: false, residents: null }],
      more_sets: false,
    },
    needs: [
      {
        capacity: "organising capacity",
        level: "low",
        why: "to gather evidence of how the place is used",
        barrier: { id: "thin-civic-infrastructure", name: "Little help for groups" },
        remedies: [remedy],
      },
    ],
    can_tell: [
      {
        key: "trait:x",
        name: "Is it true that the council has a petition scheme?",
        input: "yes-no",
        ask: "Look at its website.",
        powers: 1,
      },
    ],
    sets: [
      { changes: [find], cost: null, weeks: 0, groups: 214, people: false, residents: null },
      { changes: [change, find], cost: "low", weeks: 20, groups: 12, people: true, residents: 237579 },
    ],
    more_sets: true,
    steps: [
      {
        actor: "group",
        modality: "may",
        action: "Send the council a nomination with the details the regulations ask for",
        deadline: null,
        provision: "Localism Act 2011 s 89(2)",
        position: "power",
      },
      {
        actor: "council",
        modality: "must",
        action: "Decide, and list the land if it is of community value",
        deadline: "8 weeks from receiving the nomination",
        provision: "Localism Act 2011 s 90",
        position: "duty",
      },
    ],
    redress: [
      {
        kind: "internal-review",
        by: "owner",
        deadline: "8 weeks",
        then: "The owner may appeal.",
        provision: "s 92",
      },
    ],
    barriers: [
      {
        id: "unaware-of-right",
        name: "Nobody here knows the right exists",
        description: "Nobody in the place knows that they may act.",
        clear: "can-do",
        level: "individual",
        remedies: [remedy],
      },
    ],
    enablers: [
      {
        name: "Plunkett UK",
        supplies: ["organising"],
        running: "yes",
        as_at: "2026-01-01",
        note: "Advice for pubs.",
      },
      { name: "My Community", supplies: ["financial"], running: "no", as_at: "2023-03-31", note: "Closed." },
    ],
    uses: [
      {
        id: 3,
        group: "<script>alert(1)</script>",
        group_id: null,
        what: "The old library was nominated and listed.",
        date: "2021-07",
        outcome: "succeeded",
        source: "Council list",
        address: "https://www.trafford.gov.uk/",
      },
    ],
    coverage: [
      { id: 1, register: "List of assets", as_at: "2026-10-01", source: "Council website", address: null },
    ],
    findings: [],
    shown_by: "The council’s list of assets of community value (s 87)",
    lasts: "60 months",
    changes: ["“Bid for a listed asset” can then be used."],
    links: [
      {
        kind: "opens",
        power: "power-2",
        name: "Bid for a listed asset",
        note: "A listing lets a group pause a sale",
      },
    ],
    take_up: [
      { figure: "41% of listed assets are pubs", period: "2023", source: "Plunkett UK", verified: "source" },
    ],
    goals: ["save-a-building", "protect-land"],
    sources: ["Localism Act 2011 ss 87-101 <https://www.legislation.gov.uk/ukpga/2011/20>", "A letter"],
    verified: "source",
    checked_on: "2026-11-25",
    checked_read: "the revised Act",
    review_by: "2027-11-25",
  };
}
