// Made from the Rust types by `cargo test -p takeup-api --test types`. Do not edit.

export type About = { version: string, catalogue_version: string, powers: number, areas: number, 
/**
 * The statuses in order, each with what it means.
 */
legend: Array<LegendLine>, 
/**
 * The words of the design, each with what it is.
 */
words: Array<LegendLine>, never: Array<string>, data_sources: Array<DataSource>, licence: string, 
/**
 * Lists that forms and filters choose from.
 */
lists: Lists, };

export type LegendLine = { word: string, name: string, meaning: string, };

export type DataSource = { what: string, from: string, licence: string, as_at: string, };

export type Lists = { departments: Array<Choice>, barriers: Array<Choice>, forms: Array<Choice>, pillars: Array<Choice>, shifts: Array<Choice>, outcomes: Array<Choice>, effects: Array<Choice>, powers: Array<Choice>, duty_holders: Array<Choice>, };

export type Choice = { id: string, name: string, };

export type AreaRef = { gss: string, name: string, 
/**
 * Official name of the council.
 */
council: string, 
/**
 * Kind of council, in words.
 */
kind: string, nation: string, region: string | null, population: number | null, 
/**
 * "wholly parished", "partly parished", "unparished" …
 */
parished: string, };

export type AreasRequest = { text?: string, 
/**
 * At most so many; all when absent.
 */
limit?: number | null, };

export type EntryKind = "power" | "barrier" | "remedy" | "enabler" | "department" | "duty-holder" | "form" | "goal";

export type ShelfKind = "department" | "pillar" | "nation" | "goal" | "duty-holder" | "barrier" | "enabler";

export type ShelvesRequest = { by: ShelfKind, };

export type Shelf = { id: string, name: string, 
/**
 * The heading it stands under, such as a theme of goals or a kind of department.
 */
under: string | null, 
/**
 * The entry with its own page, if it has one.
 */
entry: EntryKind | null, 
/**
 * What to know; of a department without a power, that it has none.
 */
note: string | null, powers: Array<EntryRef>, };

export type EntryRef = { kind: EntryKind, id: string, name: string, 
/**
 * The state of the law, or what sort it is.
 */
note: string | null, };

export type SearchRequest = { text: string, limit?: number | null, };

export type Hit = { kind: EntryKind, 
/**
 * The kind in words.
 */
kind_name: string, id: string, name: string, 
/**
 * The words around the match.
 */
around: string, };

export type EntryRequest = { kind: EntryKind, id: string, };

export type EntryPage = { kind: EntryKind, kind_name: string, id: string, name: string, summary: string, 
/**
 * Name and value pairs.
 */
facts: Array<EntryFact>, sections: Array<EntrySection>, sources: Array<string>, 
/**
 * "source", "mixed" or "recall", where the entry says.
 */
verified: string | null, checked_on: string | null, checked_read: string | null, review_by: string | null, };

export type EntryFact = { name: string, value: string, };

export type EntrySection = { heading: string, lines: Array<EntryLine>, };

export type EntryLine = { text: string, note: string | null, 
/**
 * Where it leads inside the catalogue.
 */
to: EntryRef | null, 
/**
 * A web address.
 */
link: string | null, };

export type AuditRequest = { 
/**
 * GSS code.
 */
area: string, 
/**
 * `YYYY-MM-DD`; today when absent.
 */
as_at?: string | null, 
/**
 * Only this power.
 */
power?: string | null, };

export type Audit = { area: AreaRef, as_at: string, look_back_years: number, 
/**
 * Statuses in the order of the legend, with how many powers have each.
 */
counts: Array<StatusCount>, 
/**
 * What is not known, beside the counts.
 */
not_known: NotKnown, rows: Array<AuditRow>, 
/**
 * Department × status.
 */
matrix: Array<MatrixRow>, 
/**
 * Duty holder × status.
 */
duty_holders: Array<MatrixRow>, 
/**
 * Sort of duty holder (government, landlords, clubs …) × status.
 */
sectors: Array<MatrixRow>, 
/**
 * Registers of groups that reach this area, newest first; empty: none was read.
 */
registers: Array<string>, presences: number, };

export type StatusCount = { 
/**
 * A status' word, such as `unused-not-checked`.
 */
status: string, name: string, powers: number, };

export type NotKnown = { 
/**
 * Powers that exist here for which no register of uses was looked at and no use is on record.
 */
uses_not_checked: number, 
/**
 * Powers that exist here.
 */
available: number, 
/**
 * Powers whose reach turns on facts nobody recorded.
 */
reach_unsettled: number, 
/**
 * No register of groups was read for this area.
 */
no_groups_read: boolean, };

export type MatrixRow = { 
/**
 * Id of the department, duty holder or sort of duty holder.
 */
id: string, name: string, 
/**
 * In the order of [`Audit::counts`].
 */
powers: Array<number>, };

export type AuditRow = { power: string, name: string, department: string, area: string, use: string, reach: string, status: string, groups: GroupCounts, uses: number, coverage: CoverageShown | null, 
/**
 * Judgements to confirm.
 */
to_confirm: number, 
/**
 * Tasks while using it.
 */
tasks: number, status_name: string, department_name: string, duty_holder: string, duty_holder_name: string, 
/**
 * Government, or which sort of body that is not.
 */
sector: string, sector_name: string, pillar: string, shifts: Array<string>, 
/**
 * Date of the latest use.
 */
last_use: string | null, 
/**
 * Groups blocked in practice, of those blocked.
 */
in_practice: number, 
/**
 * People can use it without a group.
 */
open_to_people: boolean, 
/**
 * Why it is not available, or what else a reader must know.
 */
note: string | null, next: string, };

export type GroupCounts = { open: number, unsettled: number, blocked: number, out_of_reach: number, };

export type CoverageShown = { register: string, as_at: string, };

export type FileText = { name: string, text: string, };

export type GroupsRequest = { area: string, power?: string | null, 
/**
 * "open", "unsettled", "blocked" or "out-of-reach"; needs `power`.
 */
reach?: string | null, as_at?: string | null, 
/**
 * Part of the name.
 */
text?: string | null, offset?: number, 
/**
 * At most so many; all when absent.
 */
limit?: number | null, };

export type Groups = { 
/**
 * All that fit, of which `rows` is the part asked for.
 */
total: number, rows: Array<GroupRow>, };

export type GroupRow = { 
/**
 * Its key: an org-id where there is one.
 */
id: string, name: string, legal_form: string | null, area: string, 
/**
 * Reach of the power asked about.
 */
reach: string | null, 
/**
 * Keys of facts that are false and in the way.
 */
missing: Array<string>, 
/**
 * Keys of facts nobody knows.
 */
unknown: Array<string>, 
/**
 * The reason in words.
 */
why: string, 
/**
 * It was in an earlier edition of its register and is not in the latest.
 */
vanished: boolean, };

export type GroupRequest = { 
/**
 * Key, or row id.
 */
id: string, area: string, as_at?: string | null, };

export type GroupPage = { id: string, row_id: number, name: string, area: AreaRef, other_areas: Array<AreaRef>, vanished_since: string | null, website: string | null, ids: Array<string>, 
/**
 * What is known, with its source; a fact told by hand stands beside the register's.
 */
facts: Array<FactLine>, open: Array<GroupPower>, 
/**
 * Not open, and one change would do.
 */
one_change: Array<GroupPower>, 
/**
 * Not open, and more changes are needed or facts are not known.
 */
further: Array<GroupPower>, out_of_reach: Array<GroupPower>, not_available: number, 
/**
 * Facts that one may add, with how many of this group's answers each would settle or change.
 */
can_tell: Array<TellLine>, };

export type FactLine = { 
/**
 * Row id of a fact told by hand; none for a register's.
 */
id: number | null, key: string, name: string, value: string, source: string, date: string | null, 
/**
 * A fact told by hand stands above this one.
 */
overridden: boolean, };

export type GroupPower = { power: string, name: string, reach: string, 
/**
 * Why, or what would open it.
 */
why: string, };

export type TellLine = { key: string, name: string, 
/**
 * "yes-no", "number" or "date".
 */
input: string, 
/**
 * How to find out.
 */
ask: string, 
/**
 * How many powers turn on it for this group.
 */
powers: number, };

export type GraphRequest = { 
/**
 * With the groups of this area; the catalogue alone when absent.
 */
area?: string | null, 
/**
 * Only what is near this node, written `kind:id`.
 */
around?: string | null, 
/**
 * How near, in steps; 2 when absent.
 */
steps?: number | null, as_at?: string | null, };

export type GraphShown = { nodes: Array<NodeLine>, edges: Array<EdgeLine>, 
/**
 * The same in Graphviz's language.
 */
dot: string, };

export type NodeLine = { 
/**
 * `kind:id`.
 */
id: string, kind: string, name: string, };

export type EdgeLine = { from: string, 
/**
 * "owns", "answers", "requires", "any-of", "blocks", "lifts", "supplies", "is-a", "in" or "used".
 */
says: string, to: string, };

export type CircleLine = { 
/**
 * In a sentence.
 */
words: string, 
/**
 * "barrier" (a catch-22 that is on file) or "requirements" (found in the law as it stands here).
 */
kind: string, 
/**
 * The barrier, where it is one.
 */
barrier: string | null, 
/**
 * What is in it, in words.
 */
stuck: Array<string>, 
/**
 * What would free it, cheapest first.
 */
cuts: Array<RemedyLine>, 
/**
 * Powers that it touches, by id.
 */
powers: Array<string>, };

export type ChokepointLine = { 
/**
 * "requirement" or "duty-holder".
 */
kind: string, id: string, name: string, 
/**
 * The barrier behind it.
 */
barrier: string | null, 
/**
 * Powers that hang on it, by id.
 */
powers: Array<string>, 
/**
 * Areas in view where one of these is not open and it holds for nobody.
 */
areas: number, remedies: Array<RemedyLine>, };

export type MapRequest = { area: string, as_at?: string | null, view: MapView, 
/**
 * Words to look for among all nodes, those folded too.
 */
search?: string | null, };

export type MapView = { 
/**
 * What is unfolded, the latest last: it wins where there is no room for all.
 */
unfolded: Array<string>, 
/**
 * Only what runs through this node.
 */
focus?: string | null, 
/**
 * And through this one: the routes between the two.
 */
to?: string | null, 
/**
 * Only the cheapest of those routes.
 */
cheapest: boolean, 
/**
 * How many columns from the focus, 1 to 3; all when absent.
 */
steps?: number | null, 
/**
 * "up" (towards departments), "down" (towards groups) or "both" when absent.
 */
way?: string | null, 
/**
 * Only what this blocks: a node that stands between, or `barrier:…` of the catalogue.
 */
blocked_by?: string | null, 
/**
 * Statuses that are hidden; those not available here when absent.
 */
hide?: Array<string> | null, 
/**
 * What stands between and is lifted, to see what would open.
 */
lift: Array<string>, };

export type MapShown = { area: AreaRef, as_at: string, 
/**
 * The view as it was understood: what is hidden is spelt out.
 */
view: MapView, 
/**
 * The nodes that the view names, by name.
 */
named: Array<MapRef>, 
/**
 * From the left.
 */
columns: Array<MapColumn>, 
/**
 * Column by column, from the top.
 */
nodes: Array<MapNode>, edges: Array<MapEdge>, 
/**
 * Nodes there would be with everything in this view unfolded.
 */
in_all: number, 
/**
 * Nodes left out altogether, for want of room.
 */
left_out: number, 
/**
 * What was to be unfolded and is not, for want of room: by name.
 */
no_room: Array<string>, 
/**
 * Powers of each status here, in the order of the legend.
 */
statuses: Array<MapStatus>, 
/**
 * What was found by the words looked for, at most twenty.
 */
hits: Array<MapHit>, hits_total: number, 
/**
 * What is lifted, by id and name.
 */
lifted: Array<MapRef>, 
/**
 * A reform that lifts the barriers behind what is lifted, here; none where one of them has no barrier filed.
 */
reform: ReformDocument | null, 
/**
 * Powers that what is lifted changes.
 */
opened: Array<MapOpened>, 
/**
 * What is shown, in a sentence.
 */
says: string, 
/**
 * Where the numbers come from.
 */
source: string, };

export type MapColumn = { title: string, x: number, 
/**
 * Nodes shown in it.
 */
nodes: number, };

export type MapNode = { 
/**
 * The same at every visit.
 */
id: string, 
/**
 * "department", "powers" (folded), "power", "tests" (folded), "between", "people", "kind" (folded) or "group".
 */
kind: string, 
/**
 * What it is, in words.
 */
kind_name: string, name: string, 
/**
 * Of a power or of folded powers.
 */
status: string | null, 
/**
 * The word under its name.
 */
state: string, 
/**
 * For what stands between: "clear", "unmet", "unknown", "stops", "short", "not-here" or "lifted".
 */
sign: string | null, 
/**
 * What it counts, in words.
 */
counts: string, column: number, x: number, y: number, 
/**
 * How much is folded into it; 1: nothing.
 */
holds: number, 
/**
 * It can be unfolded.
 */
unfolds: boolean, 
/**
 * The node it would be folded into again.
 */
inside: string | null, 
/**
 * It can be lifted, to see what would open.
 */
lifts: boolean, 
/**
 * What is lifted changed it; its status as things are.
 */
was: string | null, };

export type MapEdge = { from: string, to: string, 
/**
 * Groups it stands for.
 */
groups: number, 
/**
 * Nothing stands in the way along it.
 */
clear: boolean, 
/**
 * In words.
 */
says: string, };

export type MapStatus = { status: string, name: string, powers: number, hidden: boolean, };

export type MapHit = { id: string, kind_name: string, name: string, 
/**
 * It is not on the map because of what is hidden or focused on.
 */
out_of_view: boolean, };

export type MapRef = { id: string, name: string, };

export type MapOpened = { power: string, name: string, from: string, to: string, 
/**
 * Groups that could use it, before and then.
 */
groups_from: number, groups_to: number, };

export type MapNodeRequest = { area: string, 
/**
 * The node's id.
 */
id: string, as_at?: string | null, 
/**
 * As if these were lifted.
 */
lift?: Array<string> | null, };

export type MapStory = { id: string, kind_name: string, name: string, 
/**
 * In sentences.
 */
says: Array<string>, 
/**
 * The next thing to do.
 */
next: string | null, 
/**
 * Powers it touches, at most twelve.
 */
powers: Array<MapPowerLine>, powers_total: number, 
/**
 * What is known to lift it.
 */
remedies: Array<RemedyLine>, 
/**
 * Where the proof is.
 */
proof: Array<MapLink>, source: string, };

export type MapPowerLine = { power: string, name: string, status: string, status_name: string, };

export type MapLink = { words: string, 
/**
 * "power" and "group" (here), "web", or a kind of entry of the catalogue.
 */
to: string, 
/**
 * The id, or the address.
 */
id: string, };

export type SavedView = { area: string, name: string, view: MapView, };

export type SavedViewsRequest = { area: string, };

export type RemoveViewRequest = { area: string, name: string, };

export type AreaQuestion = { area: string, as_at?: string | null, 
/**
 * At most so many lines; all when absent.
 */
limit?: number | null, 
/**
 * A word of the asker's own, to ask how far the work is or to stop it.
 */
work?: string | null, };

export type NearMisses = { area: AreaRef, 
/**
 * All there are, of which `rows` is the part asked for.
 */
total: number, rows: Array<NearLine>, };

export type NearLine = { change: ChangeLine, 
/**
 * Answers (power times group) it would open.
 */
answers: number, 
/**
 * Powers that nobody here can use today and somebody then could.
 */
area_opens: number, powers: Array<NearPower>, 
/**
 * Groups it would open something for, at most fifty by name.
 */
groups: Array<GroupRef>, groups_total: number, };

export type NearPower = { power: string, name: string, 
/**
 * Groups it would open it for.
 */
groups: number, 
/**
 * It would open it for people without a group.
 */
people: boolean, 
/**
 * Nobody here can use it today.
 */
opens_area: boolean, };

export type GroupRef = { id: string, name: string, };

export type AskNext = { area: AreaRef, 
/**
 * All there are, of which `questions` is the part asked for.
 */
total: number, questions: Array<QuestionLine>, 
/**
 * One letter for each kind of duty holder that could fill in missing coverage.
 */
letters: Array<Letter>, };

export type QuestionLine = { 
/**
 * Groups that it is to be asked of, each by itself, at most fifty by name; none: it is about the place.
 */
groups: Array<GroupRef>, 
/**
 * How many groups there are; 0: it is about the place.
 */
groups_total: number, 
/**
 * Under which the answer is recorded.
 */
key: string, question: string, 
/**
 * How to find out.
 */
ask: string, 
/**
 * Answers (power times group) settled if the answer is yes, for each group.
 */
if_yes: number, 
/**
 * The same if it is no.
 */
if_no: number, };

export type Letter = { duty_holder: string, name: string, 
/**
 * Powers it asks about.
 */
powers: number, text: string, };

export type LiftRequest = { 
/**
 * One council; every area with something on record when absent.
 */
area?: string | null, 
/**
 * "groups", "powers", "areas" or "people".
 */
weigh: string, 
/**
 * At most so many remedies.
 */
remedies: number, 
/**
 * None dearer than "low", "medium" or "high".
 */
cost?: string | null, 
/**
 * None that takes longer than so many weeks.
 */
weeks?: number | null, 
/**
 * How long to look for the best: 10 when absent, 60 at most.
 */
seconds?: number | null, as_at?: string | null, 
/**
 * A word of the asker's own, to ask how far the work is or to stop it.
 */
work?: string | null, };

export type LiftPage = { 
/**
 * Areas looked at.
 */
areas: number, weigh: string, remedies: Array<LiftRemedy>, 
/**
 * What they open, in the weight asked for.
 */
opens: number, proven: boolean, 
/**
 * Where not proven: how much more could be opened at most, as a share, if known.
 */
gap: number | null, 
/**
 * What the best next remedy, again and again, would open.
 */
greedy: number, 
/**
 * Blocked answers, and how many kinds of them there are.
 */
answers: number, kinds: number, 
/**
 * All of it in a sentence.
 */
verdict: string, };

export type LiftRemedy = { id: string, name: string, who_acts: string, cost: string, weeks: string, };

export type LevelsRequest = { 
/**
 * One council; every area with something on record when absent.
 */
area?: string | null, 
/**
 * Years back, 20 when absent, 60 at most.
 */
years?: number | null, as_at?: string | null, };

export type LevelsPage = { 
/**
 * None: every area with something on record.
 */
area: AreaRef | null, 
/**
 * How many areas.
 */
areas: number, as_at: string, columns: Array<LevelColumn>, 
/**
 * Earliest first.
 */
rows: Array<LevelRow>, source: string, };

export type LevelColumn = { 
/**
 * "powers", "groups", "local", "money", "people", "lasting", "barriers", "lifted", "tried", "succeeded" or "looked".
 */
id: string, name: string, 
/**
 * What a number in it rests on, and what is not known.
 */
coverage: string, };

export type LevelRow = { on: string, 
/**
 * In the order of the columns; none where nothing at all is known of it.
 */
values: Array<number | null>, };

export type WorkRef = { work: string, };

export type WorkState = { 
/**
 * False when it has ended, or never began.
 */
running: boolean, done: number, total: number, };

export type RouteRequest = { area: string, power: string, 
/**
 * A group's key; people without a group when absent.
 */
group?: string | null, as_at?: string | null, };

export type RoutePage = { area: AreaRef, power: string, name: string, who: string, group: GroupRef | null, 
/**
 * "open", "not-available", "routes" or "no-route".
 */
state: string, 
/**
 * The answer in a sentence.
 */
verdict: string, 
/**
 * Cheapest first.
 */
routes: Array<RouteLine>, 
/**
 * For "no-route": what nothing known would change.
 */
missing: Array<string>, 
/**
 * Groups here that could use it today: one can act through them. At most fifty by name.
 */
qualifying: Array<GroupRef>, qualifying_total: number, };

export type RouteLine = { 
/**
 * Weeks in all, at most, what can run side by side doing so.
 */
weeks: number, 
/**
 * Some step has no time on file, so it may take longer.
 */
untimed: boolean, 
/**
 * "low", "medium" or "high": the dearest step.
 */
cost: string, legs: Array<LegLine>, };

export type LegLine = { words: string, who_acts: string | null, cost: string | null, 
/**
 * Weeks from the beginning: when it can start and when it is over.
 */
start: number, end: number, timed: boolean, 
/**
 * Steps that come first, by number (the first is 1).
 */
after: Array<number>, 
/**
 * The power it uses.
 */
power: string | null, 
/**
 * Its form or first step, and the deadline, where the power has them.
 */
how: string | null, 
/**
 * What to do if what was to be found out does not hold.
 */
if_not: string | null, helpers: Array<string>, };

export type WaysRequest = { area: string, 
/**
 * A goal of the catalogue.
 */
goal: string, group?: string | null, as_at?: string | null, };

export type WayLine = { power: string, name: string, summary: string, reach: string, 
/**
 * Of the cheapest route.
 */
weeks: number | null, cost: string | null, steps: number | null, 
/**
 * The first thing to do, or why there is no way.
 */
next: string, };

export type PowerRequest = { area: string, power: string, as_at?: string | null, 
/**
 * Prove it for this group (its id or key); else for people acting without one.
 */
group?: string | null, };

export type PowerPage = { area: AreaRef, as_at: string, 
/**
 * The power's line in the audit.
 */
row: AuditRow, summary: string, basis: string, space: string, duty_holder: string, law: Array<LawLine>, in_force: Array<InForceLine>, 
/**
 * Who may use it: the requirement, without reference to any group.
 */
requirement: ProofLine, 
/**
 * The proof for people acting without a group, or for the group asked about.
 */
proof: ProofShown, needs: Array<NeedLine>, 
/**
 * Facts of the place that this power turns on and nobody recorded: what one could tell.
 */
can_tell: Array<TellLine>, 
/**
 * For the area: the smallest sets of changes and how many groups each would open.
 */
sets: Array<SetLine>, more_sets: boolean, steps: Array<StepLine>, redress: Array<RedressLine>, barriers: Array<BarrierLine>, enablers: Array<EnablerLine>, uses: Array<UseLine>, coverage: Array<CoverageLine>, findings: Array<FindingLine>, shown_by: string, lasts: string | null, changes: Array<string>, links: Array<LinkLine>, take_up: Array<TakeUpLine>, goals: Array<string>, sources: Array<string>, 
/**
 * "source", "mixed" or "recall".
 */
verified: string, checked_on: string, checked_read: string, review_by: string, };

export type LawLine = { title: string, provision: string, 
/**
 * Full address at legislation.gov.uk.
 */
link: string | null, };

export type InForceLine = { nation: string, state: string, from: string | null, to: string | null, note: string | null, 
/**
 * This is the nation of the area in view.
 */
here: boolean, };

export type ProofShown = { 
/**
 * "People acting without a group", or the group's name.
 */
who: string, group: string | null, reach: string, 
/**
 * The verdict in a sentence.
 */
verdict: string, tree: ProofLine, stopped_by: Array<StopLine>, short_of: Array<NeedLine>, sets: Array<SetLine>, more_sets: boolean, };

export type BarrierRef = { id: string, name: string, };

export type ProofLine = { 
/**
 * "all", "any", "fact", "task" or "judgement".
 */
kind: string, 
/**
 * "true", "false", "unknown", "to-do", "to-confirm"; none where nothing decides it.
 */
value: string | null, 
/**
 * The fact's key, such as `members>=21:local-elector`.
 */
key: string | null, words: string, provision: string | null, 
/**
 * What is on record.
 */
because: string | null, source: string | null, 
/**
 * Who acts (task) or decides (judgement).
 */
by: string | null, deadline: string | null, 
/**
 * The barrier that explains why it fails.
 */
barrier: BarrierRef | null, 
/**
 * Remedies known for this fact.
 */
remedies: Array<RemedyLine>, parts: Array<ProofLine>, };

export type RemedyLine = { name: string, who_acts: string, cost: string, weeks: string, 
/**
 * The power that does it.
 */
power: string | null, };

export type StopLine = { barrier: string, name: string, note: string, date: string, source: string, remedies: Array<RemedyLine>, };

export type NeedLine = { 
/**
 * The barrier behind it where it is not met.
 */
barrier: BarrierRef | null, 
/**
 * What is known to supply it.
 */
remedies: Array<RemedyLine>, capacity: string, level: string, why: string, };

export type SetLine = { changes: Array<ChangeLine>, 
/**
 * Cost band of its dearest change, each done the cheapest way; none where nothing is to be paid for.
 */
cost: string | null, 
/**
 * Weeks of its slowest change: they run side by side.
 */
weeks: number, 
/**
 * Groups of the area that it would open; none for one group's own sets.
 */
groups: number | null, 
/**
 * Whether it would open it to people acting without a group too.
 */
people: boolean, 
/**
 * How many people live there, where it would open it to people.
 */
residents: number | null, };

export type ChangeLine = { 
/**
 * "meet", "find-out", "lift" or "supply".
 */
kind: string, words: string, 
/**
 * The fact, barrier or capacity.
 */
about: string, remedies: Array<RemedyLine>, };

export type StepLine = { actor: string, 
/**
 * "must" or "may".
 */
modality: string, action: string, deadline: string | null, provision: string, 
/**
 * Hohfeld's position of the actor.
 */
position: string, };

export type RedressLine = { kind: string, by: string, deadline: string | null, then: string, provision: string | null, };

export type BarrierLine = { id: string, name: string, description: string, 
/**
 * CLEAR factor.
 */
clear: string, level: string, remedies: Array<RemedyLine>, };

export type EnablerLine = { name: string, supplies: Array<string>, 
/**
 * "yes", "in-part" or "no".
 */
running: string, as_at: string, note: string, };

export type UseLine = { id: number, group: string, group_id: number | null, what: string, date: string, outcome: string, source: string, address: string | null, };

export type CoverageLine = { id: number, register: string, as_at: string, source: string, address: string | null, };

export type FindingLine = { id: number, barrier: string, barrier_name: string, 
/**
 * "stops", "hinders" or "absent".
 */
effect: string, scope: string, note: string, date: string, source: string, };

export type LinkLine = { 
/**
 * "variant-of", "replaces", "replaced-by", "opens", "see-also".
 */
kind: string, power: string, name: string, note: string | null, };

export type TakeUpLine = { figure: string, period: string, source: string, verified: string, };

export type PowersRequest = { department?: string | null, nation?: string | null, pillar?: string | null, };

export type PowerLine = { power: string, name: string, summary: string, department: string, nations: Array<string>, pillar: string, basis: string, shifts: Array<string>, verified: string, };

export type ReadRequest = { path: string, 
/**
 * Every row is of this area (GSS).
 */
area?: string | null, 
/**
 * Read it as "groups", "uses", "coverage", "findings" or "electorates".
 */
read_as?: string | null, mapping?: MappingShown | null, 
/**
 * Only count what would change; keep nothing.
 */
preview?: boolean, };

export type MappingShown = { 
/**
 * "groups", "uses", "coverage", "findings" or "electorates".
 */
kind: string, 
/**
 * Field to column header.
 */
columns: Record<string, string>, 
/**
 * Text in the form column to form id.
 */
values: Record<string, string>, area?: string | null, id_prefix?: string | null, };

export type RecognisedFile = { path: string, file: string, 
/**
 * Such as `charity-ew:charity`, `table:groups`, `mapped`.
 */
format: string, format_name: string, encoding: string, members: Array<string>, header: Array<string>, sample: Array<Array<string>>, 
/**
 * For other tables: the guess, or the mapping saved for these columns.
 */
mapping: MappingShown | null, mapping_saved: boolean, 
/**
 * Fields a mapping may fill, by kind, with help.
 */
fields: Array<FieldHelp>, bytes: number, edition: string | null, 
/**
 * The same bytes were read before, on this day.
 */
read_before: string | null, 
/**
 * Something must be chosen before it can be read, such as the area.
 */
needs: string | null, };

export type FieldHelp = { kind: string, field: string, required: boolean, help: string, };

export type JobRef = { job: number, };

export type JobState = { job: number, 
/**
 * "running", "done", "cancelled" or "failed".
 */
state: string, rows: number, bytes: number, total_bytes: number | null, seconds_left: number | null, error: string | null, result: ReadResult | null, };

export type ReadResult = { file: string, format_name: string, preview: boolean, 
/**
 * The same bytes were read before: nothing changed.
 */
same_file: boolean, rows: number, new: number, changed: number, same: number, left_out: number, 
/**
 * Groups of the last edition that are not in this one: marked, not deleted.
 */
vanished: number, 
/**
 * Reasons for leaving rows out, with how many.
 */
reasons: Array<ReasonCount>, 
/**
 * What was counted on the way, such as statuses and types.
 */
counts: Array<ReasonCount>, 
/**
 * Row id of the register, for the list of rows left out.
 */
register: number | null, };

export type ReasonCount = { what: string, rows: number, };

export type LeftOutRequest = { register: number, };

export type TemplateRequest = { 
/**
 * "groups", "uses", "coverage", "findings" or "electorates".
 */
kind: string, 
/**
 * Where to write it; the ending decides: `.xlsx` or `.csv`.
 */
path: string, };

export type AssessmentDoc = { id: string, version: number, made_on: string, review_by: string | null, expires: string | null, law_changed_on: string | null, initiative: InitiativeDoc, baseline: BaselineDoc, window: WindowDoc, portfolio: string | null, shift: ShiftsDoc, quality: QualityDoc, groups: Array<GroupDoc>, actions: Array<ActionDoc>, cuts: Array<CutDoc>, false_use: FalseUseDoc, conditions: Array<ConditionDoc>, readers: ReadersDoc, citizens_view: Array<ViewDoc>, judgements: Array<JudgementDoc>, };

export type InitiativeDoc = { title: string, what_changes: string, duty_holder: string, powers: Array<string>, areas: Array<string>, from: string | null, stage: "proposed" | "in-force" | "reviewed", instrument: string | null, };

export type BaselineDoc = { date: string, description: string, };

export type WindowDoc = { from: string | null, to: string | null, };

export type ShiftsDoc = { information: ShiftDoc | null, decision: ShiftDoc | null, people: ShiftDoc | null, };

export type ShiftDoc = { before: number | null, promised: number | null, granted: number | null, exercised: number | null, codified: "yes" | "no" | "unknown" | "n/a", citizen_controlled: "yes" | "no" | "unknown" | "n/a", durable: "yes" | "no" | "unknown" | "n/a", remedy: "yes" | "no" | "unknown" | "n/a", usable: "yes" | "no" | "unknown" | "n/a", evidence: Array<EvidenceDoc>, };

export type QualityDoc = { dimensions: Array<DimensionDoc>, safeguards: SafeguardsDoc, };

export type DimensionDoc = { name: string, measure: string | null, baseline: number | null, floor: number | null, margin: number | null, value: number | null, less_is_better: boolean, critical: boolean, statutory: boolean, status: "better" | "held" | "within-margin" | "worse" | "unknown" | null, evidence: Array<EvidenceDoc>, };

export type SafeguardsDoc = { monitored: string | null, trigger: string | null, steps_in: string | null, };

export type GroupDoc = { group: string, considered: string | null, effects: Array<EffectDoc>, evidence: Array<EvidenceDoc>, };

export type EffectDoc = { what: string, channel: "access" | "cost" | "voice" | "burden" | "displacement" | "safety" | "dignity", direction: "benefit" | "none" | "adverse" | "unknown", severity: number | null, people: number | null, reversible: "yes" | "no" | "unknown" | "n/a", rights_based: "yes" | "no" | "unknown" | "n/a", starts: string | null, ends: string | null, places: Array<string>, offsets: Array<ClaimDoc>, evidence: Array<EvidenceDoc>, };

export type ClaimDoc = { action: string, people: number | null, funded: "yes" | "no" | "unknown" | "n/a", dated_in_window: "yes" | "no" | "unknown" | "n/a", same_people: "yes" | "no" | "unknown" | "n/a", same_place: "yes" | "no" | "unknown" | "n/a", same_kind_of_harm: "yes" | "no" | "unknown" | "n/a", not_double_counted: "yes" | "no" | "unknown" | "n/a", accepted_by_those_affected: "yes" | "no" | "unknown" | "n/a", evidence: Array<EvidenceDoc>, };

export type ActionDoc = { id: string, what: string, from: string | null, to: string | null, offers: Array<OfferDoc>, evidence: Array<EvidenceDoc>, };

export type OfferDoc = { kind: "access" | "cost" | "voice" | "burden" | "displacement" | "safety" | "dignity", groups: Array<string>, places: Array<string>, people: number | null, };

export type CutDoc = { id: string, what: string, on: string, kind: "access" | "cost" | "voice" | "burden" | "displacement" | "safety" | "dignity", groups: Array<string>, places: Array<string>, people: number | null, };

export type FalseUseDoc = { beneficiary: string | null, renewal: "yes" | "no" | "unknown" | "n/a", tied_to_grant_end: "yes" | "no" | "unknown" | "n/a", one_funder: "yes" | "no" | "unknown" | "n/a", usable_by_others: "yes" | "no" | "unknown" | "n/a", done_before: "yes" | "no" | "unknown" | "n/a", only_tasks: "yes" | "no" | "unknown" | "n/a", benefit_is_whole_case: "yes" | "no" | "unknown" | "n/a", members_unlike_area: "yes" | "no" | "unknown" | "n/a", confirmed: Array<ConfirmedDoc>, };

export type ConfirmedDoc = { flag: "F1" | "F2" | "F3", is_false_use: boolean, reason: string, by: string, on: string, };

export type ConditionDoc = { what: string, owner: string, evidence_wanted: string, by: string, };

export type ReadersDoc = { assessor: string, interests: string | null, second_reader: string | null, second_interests: string | null, read_on: string | null, };

export type ViewDoc = { who: string, on: string, text: string, levels: LevelsDoc, outcome: "meets" | "meets-taken-together" | "meets-if" | "cannot-say" | "does-not-meet" | "not-an-instance" | null, evidence: Array<EvidenceDoc>, };

export type LevelsDoc = { information: number | null, decision: number | null, people: number | null, };

export type JudgementDoc = { outcome: "meets" | "meets-taken-together" | "meets-if" | "cannot-say" | "does-not-meet" | "not-an-instance", reason: string, by: string, on: string, };

export type EvidenceDoc = { grade: "A" | "B" | "C" | "D" | "E", source: string, quote: string | null, date: string | null, by: string | null, superseded: boolean, };

export type AssessRequest = { 
/**
 * The document. It is read by the rules' own reader, so that a fault says where it is.
 */
document: AssessmentDoc, 
/**
 * Other documents of its portfolio, beside those that are kept.
 */
together_with?: Array<AssessmentDoc>, as_at?: string | null, };

export type AssessmentRequest = { key: string, 
/**
 * The newest if none.
 */
version?: number | null, };

export type PortfolioRequest = { name: string, as_at?: string | null, };

export type AssessedPage = { id: string, version: number, title: string, what_changes: string, duty_holder: string, instrument: string | null, stage: string, baseline: string, made_on: string, portfolio: string | null, as_at: string, 
/**
 * The version of the rules.
 */
rules: string, 
/**
 * What this result is not.
 */
not_this: string, outcome: string, outcome_name: string, 
/**
 * The outcome in a sentence, with the limbs that decide it.
 */
verdict: string, literal: string, literal_name: string, readings_differ: boolean, 
/**
 * What the rules say of the facts as stated, where evidence holds the outcome back.
 */
as_stated: string | null, limbs: Array<LimbShown>, usable: UsableShown | null, conditions: Array<ConditionShown>, depends_on: Array<DependsOn>, flags: Array<FlagShown>, warnings: Array<WarningShown>, 
/**
 * The fewest changes for the better that lead to another outcome.
 */
next: Array<FlipShown>, 
/**
 * The fewest that lead to the test being met, where those do not.
 */
to_meet: Array<FlipShown>, 
/**
 * Single changes that would lose a test that is met.
 */
losing: Array<FlipShown>, citizens_view: Array<ViewShown>, judgements: Array<JudgementShown>, assessor: string, second_reader: string | null, expires: string, 
/**
 * Why it has lapsed, if it has.
 */
lapsed: string | null, faults: Array<FaultShown>, may_be_published: boolean, sources: Array<SourceShown>, };

export type LimbShown = { question: string, finding: string, 
/**
 * What the rules say of the facts as stated, where that differs.
 */
as_stated: string | null, 
/**
 * The grade of its weakest deciding fact.
 */
grade: string | null, reasons: Array<string>, 
/**
 * What is not known and may decide.
 */
open: Array<string>, };

export type UsableShown = { answer: string, why: string, groups: Array<string>, count: number, };

export type ConditionShown = { what: string, owner: string, evidence_wanted: string, by: string, };

export type DependsOn = { action: string, what: string, };

export type FlagShown = { flag: "F1" | "F2" | "F3", name: string, signs: Array<string>, question: string, 
/**
 * What a person says, if one has.
 */
answer: string | null, is_false_use: boolean | null, };

export type WarningShown = { code: string, words: string, };

export type FlipShown = { becomes: string, becomes_name: string, 
/**
 * All of them together.
 */
changes: Array<string>, };

export type ViewShown = { who: string, on: string, text: string, levels: Array<string>, outcome_name: string | null, };

export type JudgementShown = { outcome_name: string, reason: string, by: string, on: string, };

export type FaultShown = { kind: string, at: string, wrong: string, to_do: string, stops_publishing: boolean, };

export type SourceShown = { of: string, grade: string, source: string, quote: string | null, date: string | null, by: string | null, superseded: boolean, };

export type AssessmentLine = { key: string, version: number, title: string, portfolio: string | null, made_on: string, kept_on: string, outcome: string, outcome_name: string, rules: string, expires: string, lapsed: boolean, };

export type AssessmentShown = { document: AssessmentDoc, 
/**
 * Judged today; or as it was kept, where the rules have changed since.
 */
page: AssessedPage, 
/**
 * Every version, the newest first.
 */
versions: Array<AssessmentLine>, 
/**
 * It was kept under other rules than today's, and is shown as they judged it.
 */
old_rules: boolean, };

export type AssessmentKept = { key: string, version: number, what: string, };

export type PortfolioPage = { name: string, as_at: string, rules: string, not_this: string, initiatives: Array<InitiativeLine>, entries: Array<EntryOffered>, cuts: Array<CutShown>, shortages: Array<ShortageShown>, };

export type InitiativeLine = { key: string, version: number, title: string, outcome: string, outcome_name: string, literal_name: string, lapsed: boolean, harms: Array<HarmLine>, faults: Array<FaultShown>, };

export type HarmLine = { group: string, what: string, kind: string, people: number | null, 
/**
 * "Made up for", "Not made up for" or "Not known".
 */
state: string, matched: Array<MatchedShown>, 
/**
 * Which shortage it shares, by its place in the list.
 */
shortage: number | null, };

export type MatchedShown = { action: string, people: number, };

export type EntryOffered = { action: string, what: string, kind: string, groups: Array<string>, people: number | null, taken: number, cut: number, left: number | null, };

export type CutShown = { id: string, what: string, on: string, kind: string, people: number | null, };

export type ShortageShown = { actions: Array<string>, places: number, people: number | null, cut: number, missing: number | null, 
/**
 * Titles of the initiatives.
 */
sharing: Array<string>, words: string, };

export type KeyTestExample = { name: string, title: string, 
/**
 * What it shows.
 */
shows: string, outcome_name: string, document: AssessmentDoc, };

export type KeyTestWords = { rules: string, not_this: string, 
/**
 * For each currency, its name and what levels 0 to 4 mean.
 */
currencies: Array<CurrencyWords>, channels: Array<Choice>, grades: Array<Choice>, 
/**
 * Groups to look at always.
 */
groups: Array<Choice>, outcomes: Array<Choice>, flags: Array<FlagShown>, examples: Array<KeyTestExample>, };

export type CurrencyWords = { id: string, name: string, levels: Array<string>, };

export type UseInput = { power: string, area: string, 
/**
 * The group's key, if it is on record.
 */
group?: string | null, 
/**
 * The group's name, if it is not.
 */
group_name?: string | null, what: string, 
/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
date: string, 
/**
 * "succeeded", "pending", "refused", "lapsed" or "withdrawn".
 */
outcome: string, source: string, address?: string | null, };

export type CoverageInput = { power: string, area: string, register: string, as_at: string, source: string, address?: string | null, };

export type FindingInput = { barrier: string, 
/**
 * "stops", "hinders" or "absent".
 */
effect: string, power?: string | null, area?: string | null, duty_holder?: string | null, group?: string | null, form?: string | null, note: string, date: string, source: string, address?: string | null, };

export type FactInput = { group?: string | null, area: string, 
/**
 * Such as `members:local-elector`, `form:cio`, `trait:asset-lock`, `works-here`, `area-type`.
 */
key: string, 
/**
 * "yes", "no", a number, a date, or `parished` / `unparished`.
 */
value: string, source: string, 
/**
 * The day it was true.
 */
date: string, };

export type RemoveRequest = { 
/**
 * "use", "coverage", "finding" or "fact".
 */
kind: string, id: number, 
/**
 * The area whose answers are compared.
 */
area: string, };

export type Recorded = { id: number, 
/**
 * What was recorded, in words, so that it can be undone by name.
 */
what: string, 
/**
 * Powers of this area whose status changed.
 */
changed: Array<StatusChange>, 
/**
 * For a fact of a group: powers whose reach changed for the group.
 */
group_changed: Array<ReachChange>, };

export type StatusChange = { power: string, name: string, from: string, to: string, };

export type ReachChange = { power: string, name: string, from: string, to: string, };

export type ReformDocument = { 
/**
 * Made from the name when empty.
 */
id: string, name: string, note?: string, changes: Array<ReformChange>, };

export type ReformChange = { "lift_barrier": { barrier: string, power?: string, duty_holder?: string, 
/**
 * GSS code.
 */
area?: string, form?: string, } } | { "replace_leaf": { power: string, 
/**
 * A fact's key, or a place such as `all[1].any[0]`.
 */
leaf: string, 
/**
 * A requirement, written as in a power's file.
 */
with: unknown, } } | { "drop_leaf": { power: string, leaf: string, } } | { "threshold": { power: string, leaf: string, to: ThresholdTo, } } | { "commence": { power: string, nation: string, on: string, } } | { "repeal": { power: string, nation: string, on: string, } } | { "as_at": { date: string, } } | { "add_enabler": { name: string, supplies: Array<SupplyInput>, area?: string, form?: string, 
/**
 * low, medium or high.
 */
cost: string, from?: string, } } | { "add_power": { 
/**
 * A power, written as a file of the catalogue is.
 */
power: unknown, } } | { "move_power": { power: string, 
/**
 * A department.
 */
to: string, } } | { "change_duty_holder": { power: string, to: string, } };

export type ThresholdTo = { "at_least": number } | { "per_mille": number } | { "before": string };

export type SupplyInput = { 
/**
 * financial, organising or enduring.
 */
capacity: string, 
/**
 * none, low, medium or high.
 */
level: string, };

export type ReformLine = { id: string, name: string, note: string, changes: number, problems: number, made_on: string, changed_on: string, };

export type ReformRef = { id: string, };

export type ReformSave = { reform: ReformDocument, 
/**
 * Write over the one of the same id.
 */
over?: boolean, };

export type ReformPage = { reform: ReformDocument, 
/**
 * Each change in words, in order.
 */
words: Array<string>, problems: Array<ReformProblem>, made_on: string, changed_on: string, 
/**
 * To save as a file.
 */
file: FileText, };

export type ReformProblem = { 
/**
 * The change, from 0; none: the reform as a whole.
 */
change: number | null, 
/**
 * unknown-power, unknown-leaf, unknown-area, circle, dates, contradiction …
 */
kind: string, message: string, };

export type DiffRequest = { 
/**
 * A reform that is kept.
 */
id?: string, 
/**
 * Or one that is not.
 */
reform?: ReformDocument, 
/**
 * GSS codes; every council when empty.
 */
areas?: Array<string>, 
/**
 * The day of the answers as they are; today when absent.
 */
as_at?: string, 
/**
 * Only the cells of one line of a grouping: its word and the line's key.
 */
by?: string, key?: string, 
/**
 * At most so many cells, from `offset`; all when absent.
 */
limit?: number, offset?: number, 
/**
 * A word of the asker's own, to ask how far the work is or to stop it.
 */
work?: string, };

export type DiffPage = { id: string, name: string, changes: Array<DiffChange>, 
/**
 * The day of the answers as they are, and as they would be.
 */
before: string, after: string, 
/**
 * Names of the areas asked for; empty: every council.
 */
only: Array<string>, 
/**
 * Areas looked at, and powers judged anew in them.
 */
areas: number, powers: number, totals: DiffSum, 
/**
 * The same, by power, department, duty holder, kind of council, nation and deprivation.
 */
groupings: Array<DiffGrouping>, moved: Array<PowerMoved>, 
/**
 * What closes first.
 */
cells: Array<DiffCell>, 
/**
 * All there are, of which `cells` is the part asked for.
 */
total: number, 
/**
 * What the counts rest on.
 */
source: string, };

export type DiffChange = { words: string, 
/**
 * Powers whose answers may turn on it.
 */
powers: number, };

export type DiffGrouping = { 
/**
 * power, department, duty-holder, kind, nation or deprivation.
 */
by: string, name: string, lines: Array<DiffSum>, };

export type DiffSum = { key: string, name: string, closes: number, opens: number, changes: number, lose: number, gain: number, };

export type PowerMoved = { power: string, name: string, from: string, to: string, };

export type DiffCell = { power: string, name: string, area: AreaRef, 
/**
 * closes, opens or changes.
 */
effect: string, before: DiffAnswer, after: DiffAnswer, gain: number, lose: number, 
/**
 * Changes it turns on, from 0.
 */
because: Array<number>, reason: string, 
/**
 * It is a power of the catalogue, with a page of its own.
 */
filed: boolean, };

export type DiffAnswer = { status: string, status_name: string, reach: string, people: string, groups: GroupCounts, };

export type CompareRequest = { first: string, second: string, areas?: Array<string>, as_at?: string, 
/**
 * At most so many of each list; all when absent.
 */
limit?: number, 
/**
 * A word of the asker's own, to ask how far the work is or to stop it.
 */
work?: string, };

export type ComparePage = { first: CompareSide, second: CompareSide, 
/**
 * Opened by the first alone, by the second alone, by both.
 */
only_first: CompareList, only_second: CompareList, both: CompareList, areas: number, };

export type CompareSide = { id: string, name: string, totals: DiffSum, };

export type CompareList = { total: number, cells: Array<CompareCell>, };

export type CompareCell = { power: string, name: string, area: AreaRef, before: string, after: string, gain: number, };

export type LeavesRequest = { power: string, };

export type LeafLine = { 
/**
 * Its place, such as `all[1].any[0]`.
 */
at: string, key: string, words: string, provision: string, 
/**
 * members or day: what a threshold of it is; none: it has no number or day.
 */
threshold: string | null, };

export type PathRequest = { path: string, };

export type CreateRequest = { path: string, 
/**
 * GSS code of the council it is for; it can be changed.
 */
area?: string | null, 
/**
 * Fill it with the documented uses.
 */
example?: boolean, };

export type Nothing = Record<symbol, never>;

export type WorkspaceInfo = { path: string, name: string, 
/**
 * The council it is for.
 */
area: AreaRef | null, 
/**
 * The built-in example of documented uses.
 */
example: boolean, 
/**
 * Version of the catalogue that judges now, and the one that judged before if it differed.
 */
catalogue_version: string, judged_before_with: string | null, counts: RecordCounts, 
/**
 * Registers of groups read, newest first.
 */
registers: Array<RegisterLine>, 
/**
 * Areas with anything on record.
 */
areas: Array<AreaInView>, };

export type RecordCounts = { groups: number, presences: number, uses: number, coverage: number, findings: number, facts: number, };

export type RegisterLine = { id: number, name: string, file: string, 
/**
 * Date of the edition, if the file says it.
 */
as_at: string | null, read_at: string, rows: number, records: number, left_out: number, sha256: string, };

export type AreaInView = { area: AreaRef, groups: number, uses: number, };

export type RecentFile = { path: string, name: string, area: string | null, opened: string, 
/**
 * The file is not there any more.
 */
missing: boolean, };

export interface Commands {
  /** What Takeup is, its words, and the lists that forms choose from. */
  about: { request: Nothing; response: About };
  /** Council areas by name or code. */
  areas: { request: AreasRequest; response: Array<AreaRef> };
  /** Powers in the catalogue. */
  powers: { request: PowersRequest; response: Array<PowerLine> };
  /** The catalogue by department, pillar, nation, goal or duty holder. */
  shelves: { request: ShelvesRequest; response: Array<Shelf> };
  /** One entry of the catalogue: a power, barrier, remedy, enabler, department … */
  entry: { request: EntryRequest; response: EntryPage };
  /** Finds entries of the catalogue by words. */
  search: { request: SearchRequest; response: Array<Hit> };
  /** Workspaces opened before, latest first. */
  recent: { request: Nothing; response: Array<RecentFile> };
  /** Makes a new workspace and opens it. */
  create: { request: CreateRequest; response: WorkspaceInfo };
  /** Opens a workspace. */
  open: { request: PathRequest; response: WorkspaceInfo };
  /** Opens a fresh copy of the built-in example. */
  open_example: { request: Nothing; response: WorkspaceInfo };
  /** Closes the workspace. */
  close: { request: Nothing; response: Nothing };
  /** The open workspace, if any. */
  info: { request: Nothing; response: WorkspaceInfo | null };
  /** Saves a copy of the open workspace elsewhere. */
  save_copy: { request: PathRequest; response: PathRequest };
  /** Sets the council the workspace is for; `text` is its GSS code. */
  set_area: { request: AreasRequest; response: WorkspaceInfo };
  /** Status of every power in an area. */
  audit: { request: AuditRequest; response: Audit };
  /** The same as a CSV table. */
  audit_csv: { request: AuditRequest; response: FileText };
  /** One power in an area, with its proof. */
  power: { request: PowerRequest; response: PowerPage };
  /** Groups of an area, by reach of a power. */
  groups: { request: GroupsRequest; response: Groups };
  /** One group: what it could use, and what is known of it. */
  group: { request: GroupRequest; response: GroupPage };
  /** Groups and powers exactly one change from open, by change. */
  near_misses: { request: AreaQuestion; response: NearMisses };
  /** Facts that would settle most answers, and letters that ask for missing records. */
  ask_next: { request: AreaQuestion; response: AskNext };
  /** How a group, or people without one, get to a power. */
  route: { request: RouteRequest; response: RoutePage };
  /** From a goal: the powers that serve it, and how far each is. */
  ways: { request: WaysRequest; response: Array<WayLine> };
  /** The set of remedies within a budget that opens most. */
  lift_first: { request: LiftRequest; response: LiftPage };
  /** The graph of the catalogue, of an area, or around one node. */
  graph: { request: GraphRequest; response: GraphShown };
  /** Catch-22s: circles of prerequisites that cannot start, and what would cut them. */
  circles: { request: AreaQuestion; response: Array<CircleLine> };
  /** What every way to some powers passes. */
  chokepoints: { request: AreaQuestion; response: Array<ChokepointLine> };
  /** Reforms kept in the workspace. */
  reforms: { request: Nothing; response: Array<ReformLine> };
  /** One reform: its changes in words, what is wrong with it, and its file. */
  reform_show: { request: ReformRef; response: ReformPage };
  /** Keeps a reform; one of the same id is written over only when told to. */
  reform_save: { request: ReformSave; response: ReformPage };
  /** Takes a reform out; answers it, so that it can be saved again. */
  reform_remove: { request: ReformRef; response: ReformPage };
  /** What is wrong with a reform, each with what to do. */
  reform_check: { request: ReformDocument; response: Array<ReformProblem> };
  /** The tests of a power that a reform can change. */
  reform_leaves: { request: LeavesRequest; response: Array<LeafLine> };
  /** The difference a reform makes: what closes, what opens, and why. */
  reform_diff: { request: DiffRequest; response: DiffPage };
  /** Two reforms side by side: what each alone opens, and what both do. */
  reform_compare: { request: CompareRequest; response: ComparePage };
  /** The words of the key test, and examples to start from. */
  keytest_words: { request: Nothing; response: KeyTestWords };
  /** Judges an assessment by the key test, with its portfolio; keeps nothing. */
  assess: { request: AssessRequest; response: AssessedPage };
  /** Assessments kept in the workspace, the newest version of each. */
  assessments: { request: Nothing; response: Array<AssessmentLine> };
  /** Keeps an assessment as a new version; those before it stay. */
  assessment_keep: { request: AssessRequest; response: AssessmentKept };
  /** One kept assessment with its result and its versions. */
  assessment_show: { request: AssessmentRequest; response: AssessmentShown };
  /** Takes back the newest version of an assessment. */
  assessment_remove: { request: AssessmentRequest; response: AssessmentKept };
  /** An assessment's result as a page to print. */
  assessment_print: { request: AssessRequest; response: FileText };
  /** Every assessment of a portfolio, settled together. */
  portfolio: { request: PortfolioRequest; response: PortfolioPage };
  /** The map of an area: departments, powers, what stands between, groups; folded, with a place for each node. */
  map: { request: MapRequest; response: MapShown };
  /** The story of a node of the map, with its proof and the next thing to do. */
  map_node: { request: MapNodeRequest; response: MapStory };
  /** Views of the map kept in the file. */
  map_views: { request: SavedViewsRequest; response: Array<SavedView> };
  /** Keeps a view of the map under a name. */
  save_map_view: { request: SavedView; response: Array<SavedView> };
  /** Forgets a view of the map. */
  remove_map_view: { request: RemoveViewRequest; response: Array<SavedView> };
  /** Powers, groups, capacity, barriers and uses side by side, over time. */
  levels: { request: LevelsRequest; response: LevelsPage };
  /** Records a use of a power. */
  record_use: { request: UseInput; response: Recorded };
  /** Records that a register of uses was looked at. */
  record_coverage: { request: CoverageInput; response: Recorded };
  /** Records that a barrier is present or absent. */
  record_finding: { request: FindingInput; response: Recorded };
  /** Records a fact of a group or an area. */
  record_fact: { request: FactInput; response: Recorded };
  /** Takes back something recorded by hand. */
  remove: { request: RemoveRequest; response: Recorded };
  /** Tells what a file is, without reading it all. */
  recognise: { request: ReadRequest; response: RecognisedFile };
  /** Starts to read (or preview) a file. */
  read: { request: ReadRequest; response: JobRef };
  /** How far a reading has come. */
  job: { request: JobRef; response: JobState };
  /** Stops a reading; nothing of it is kept. */
  cancel: { request: JobRef; response: JobState };
  /** How far a long question has come. */
  work: { request: WorkRef; response: WorkState };
  /** Stops a long question; it then answers with the code “cancelled”. */
  work_stop: { request: WorkRef; response: WorkState };
  /** Rows of a register that were left out, with line and reason. */
  left_out_csv: { request: LeftOutRequest; response: FileText };
  /** Writes an empty table to fill in, with help. */
  template: { request: TemplateRequest; response: PathRequest };
}
