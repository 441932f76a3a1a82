import type {
  ActionDoc,
  AssessmentDoc,
  Choice,
  ClaimDoc,
  ConditionDoc,
  CutDoc,
  DimensionDoc,
  EffectDoc,
  EvidenceDoc,
  GroupDoc,
  OfferDoc,
  ShiftDoc,
  ViewDoc,
} from "../host";
import { today } from "./dates";

/** What every question of the test can be answered with. */
export const ANSWERS: Choice[] = [
  { id: "unknown", name: "Not known" },
  { id: "yes", name: "Yes" },
  { id: "no", name: "No" },
];
export const ANSWERS_OR_NONE: Choice[] = [...ANSWERS, { id: "n/a", name: "Does not arise" }];

export const evidence = (): EvidenceDoc => ({
  grade: "C",
  source: "",
  quote: null,
  date: null,
  by: null,
  superseded: false,
});

export const shift = (): ShiftDoc => ({
  before: null,
  promised: null,
  granted: null,
  exercised: null,
  codified: "unknown",
  citizen_controlled: "unknown",
  durable: "unknown",
  remedy: "unknown",
  usable: "unknown",
  evidence: [],
});

export const dimension = (): DimensionDoc => ({
  name: "",
  measure: null,
  baseline: null,
  floor: null,
  margin: null,
  value: null,
  less_is_better: false,
  critical: false,
  statutory: false,
  status: null,
  evidence: [],
});

export const group = (id: string): GroupDoc => ({ group: id, considered: null, effects: [], evidence: [] });

export const effect = (): EffectDoc => ({
  what: "",
  channel: "access",
  direction: "unknown",
  severity: null,
  people: null,
  reversible: "unknown",
  rights_based: "unknown",
  starts: null,
  ends: null,
  places: [],
  offsets: [],
  evidence: [],
});

export const claim = (action: string): ClaimDoc => ({
  action,
  people: null,
  funded: "unknown",
  dated_in_window: "unknown",
  same_people: "unknown",
  same_place: "unknown",
  same_kind_of_harm: "unknown",
  not_double_counted: "unknown",
  accepted_by_those_affected: "unknown",
  evidence: [],
});

export const offer = (): OfferDoc => ({ kind: "access", groups: [], places: [], people: null });

export const action = (): ActionDoc => ({
  id: "",
  what: "",
  from: null,
  to: null,
  offers: [offer()],
  evidence: [],
});

export const cut = (): CutDoc => ({
  id: "",
  what: "",
  on: "",
  kind: "access",
  groups: [],
  places: [],
  people: null,
});

export const condition = (): ConditionDoc => ({ what: "", owner: "", evidence_wanted: "", by: "" });

export const view = (): ViewDoc => ({
  who: "",
  on: today(),
  text: "",
  levels: { information: null, decision: null, people: null },
  outcome: null,
  evidence: [],
});

/** Nothing said yet: everything is unknown. */
export const assessment = (): AssessmentDoc => ({
  id: "",
  version: 1,
  made_on: today(),
  review_by: null,
  expires: null,
  law_changed_on: null,
  initiative: {
    title: "",
    what_changes: "",
    duty_holder: "",
    powers: [],
    areas: [],
    from: null,
    stage: "proposed",
    instrument: null,
  },
  baseline: { date: "", description: "" },
  window: { from: null, to: null },
  portfolio: null,
  shift: { information: null, decision: null, people: null },
  quality: { dimensions: [], safeguards: { monitored: null, trigger: null, steps_in: null } },
  groups: [],
  actions: [],
  cuts: [],
  false_use: {
    beneficiary: null,
    renewal: "unknown",
    tied_to_grant_end: "unknown",
    one_funder: "unknown",
    usable_by_others: "unknown",
    done_before: "unknown",
    only_tasks: "unknown",
    benefit_is_whole_case: "unknown",
    members_unlike_area: "unknown",
    confirmed: [],
  },
  conditions: [],
  readers: {
    assessor: "",
    interests: null,
    second_reader: null,
    second_interests: null,
    read_on: null,
  },
  citizens_view: [],
  judgements: [],
});

/** A document that leaves things out, with all its fields. */
export function whole(doc: AssessmentDoc): AssessmentDoc {
  const bare = assessment();
  return {
    ...bare,
    ...doc,
    initiative: { ...bare.initiative, ...doc.initiative },
    window: { ...bare.window, ...doc.window },
    shift: {
      information: doc.shift.information ? { ...shift(), ...doc.shift.information } : null,
      decision: doc.shift.decision ? { ...shift(), ...doc.shift.decision } : null,
      people: doc.shift.people ? { ...shift(), ...doc.shift.people } : null,
    },
    quality: {
      dimensions: doc.quality.dimensions.map((one) => ({ ...dimension(), ...one })),
      safeguards: { ...bare.quality.safeguards, ...doc.quality.safeguards },
    },
    groups: doc.groups.map((one) => ({
      ...group(one.group),
      ...one,
      effects: one.effects.map((each) => ({
        ...effect(),
        ...each,
        offsets: (each.offsets ?? []).map((own) => ({ ...claim(own.action), ...own })),
      })),
    })),
    actions: (doc.actions ?? []).map((one) => ({
      ...action(),
      ...one,
      offers: one.offers.map((own) => ({ ...offer(), ...own })),
    })),
    cuts: (doc.cuts ?? []).map((one) => ({ ...cut(), ...one })),
    citizens_view: (doc.citizens_view ?? []).map((one) => ({
      ...view(),
      ...one,
      levels: { ...view().levels, ...one.levels },
    })),
    false_use: { ...bare.false_use, ...doc.false_use },
    readers: { ...bare.readers, ...doc.readers },
  };
}

/** An id from a title. */
export function idFrom(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}

/** A list typed with commas. */
export const listed = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
