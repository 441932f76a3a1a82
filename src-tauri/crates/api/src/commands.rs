//! The contract: every command with its request, its response and a line of doc. The dispatcher, the
//! TypeScript types and the command list all come from this table.

use crate::answer::{
    about::About,
    area::{AreaRef, AreasRequest},
    audit::{Audit, AuditRequest, FileText},
    catalogue::{EntryPage, EntryRequest, Hit, SearchRequest, Shelf, ShelvesRequest},
    graph::{ChokepointLine, CircleLine, GraphRequest, GraphShown},
    group::{GroupPage, GroupRequest, Groups, GroupsRequest},
    keytest::{
        AssessRequest, AssessedPage, AssessmentKept, AssessmentLine, AssessmentRequest, AssessmentShown,
        KeyTestWords, PortfolioPage, PortfolioRequest,
    },
    levels::{LevelsPage, LevelsRequest},
    map::{MapNodeRequest, MapRequest, MapShown, MapStory, RemoveViewRequest, SavedView, SavedViewsRequest},
    power::{PowerLine, PowerPage, PowerRequest, PowersRequest},
    question::{
        AreaQuestion, AskNext, LiftPage, LiftRequest, NearMisses, RoutePage, RouteRequest, WayLine,
        WaysRequest,
    },
    reading::{JobRef, JobState, LeftOutRequest, ReadRequest, RecognisedFile, TemplateRequest},
    record::{CoverageInput, FactInput, FindingInput, Recorded, RemoveRequest, UseInput},
    reform::{
        ComparePage, CompareRequest, DiffPage, DiffRequest, LeafLine, LeavesRequest, ReformDocument,
        ReformLine, ReformPage, ReformProblem, ReformRef, ReformSave,
    },
    work::{WorkRef, WorkState},
    workspace::{CreateRequest, Nothing, PathRequest, RecentFile, WorkspaceInfo},
};
use crate::error::ApiError;
use crate::session::Session;

macro_rules! commands {
    ($($name:ident($request:ty) -> $response:ty, $doc:literal;)*) => {
        /// Runs a command by name.
        ///
        /// # Errors
        /// A message for a person: what is wrong, where, and what to do.
        pub fn call(session: &Session, name: &str, request: serde_json::Value) -> Result<serde_json::Value, ApiError> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request)
                        .map_err(|e| ApiError::request(stringify!($name), &e))?;
                    let response: $response = session.$name(request)?;
                    serde_json::to_value(response).map_err(|e| ApiError::request(stringify!($name), &e))
                })*
                _ => Err(ApiError::unknown_command(name)),
            }
        }

        /// Every command: name and what it does.
        pub const COMMANDS: &[(&str, &str)] = &[$((stringify!($name), $doc)),*];

        /// The `Commands` interface for TypeScript: name to request and response.
        pub(crate) fn typescript(config: &ts_rs::Config) -> String {
            let mut out = String::from("export interface Commands {\n");
            $(out.push_str(&format!(
                "  /** {} */\n  {}: {{ request: {}; response: {} }};\n",
                $doc, stringify!($name),
                <$request as ts_rs::TS>::name(config), <$response as ts_rs::TS>::name(config),
            ));)*
            out.push_str("}\n");
            out
        }
    };
}

commands! {
    about(Nothing) -> About, "What Takeup is, its words, and the lists that forms choose from.";
    areas(AreasRequest) -> Vec<AreaRef>, "Council areas by name or code.";
    powers(PowersRequest) -> Vec<PowerLine>, "Powers in the catalogue.";
    shelves(ShelvesRequest) -> Vec<Shelf>, "The catalogue by department, pillar, nation, goal or duty holder.";
    entry(EntryRequest) -> EntryPage, "One entry of the catalogue: a power, barrier, remedy, enabler, department …";
    search(SearchRequest) -> Vec<Hit>, "Finds entries of the catalogue by words.";
    recent(Nothing) -> Vec<RecentFile>, "Workspaces opened before, latest first.";
    create(CreateRequest) -> WorkspaceInfo, "Makes a new workspace and opens it.";
    open(PathRequest) -> WorkspaceInfo, "Opens a workspace.";
    open_example(Nothing) -> WorkspaceInfo, "Opens a fresh copy of the built-in example.";
    close(Nothing) -> Nothing, "Closes the workspace.";
    info(Nothing) -> Option<WorkspaceInfo>, "The open workspace, if any.";
    save_copy(PathRequest) -> PathRequest, "Saves a copy of the open workspace elsewhere.";
    set_area(AreasRequest) -> WorkspaceInfo, "Sets the council the workspace is for; `text` is its GSS code.";
    audit(AuditRequest) -> Audit, "Status of every power in an area.";
    audit_csv(AuditRequest) -> FileText, "The same as a CSV table.";
    power(PowerRequest) -> PowerPage, "One power in an area, with its proof.";
    groups(GroupsRequest) -> Groups, "Groups of an area, by reach of a power.";
    group(GroupRequest) -> GroupPage, "One group: what it could use, and what is known of it.";
    near_misses(AreaQuestion) -> NearMisses, "Groups and powers exactly one change from open, by change.";
    ask_next(AreaQuestion) -> AskNext, "Facts that would settle most answers, and letters that ask for missing records.";
    route(RouteRequest) -> RoutePage, "How a group, or people without one, get to a power.";
    ways(WaysRequest) -> Vec<WayLine>, "From a goal: the powers that serve it, and how far each is.";
    lift_first(LiftRequest) -> LiftPage, "The set of remedies within a budget that opens most.";
    graph(GraphRequest) -> GraphShown, "The graph of the catalogue, of an area, or around one node.";
    circles(AreaQuestion) -> Vec<CircleLine>, "Catch-22s: circles of prerequisites that cannot start, and what would cut them.";
    chokepoints(AreaQuestion) -> Vec<ChokepointLine>, "What every way to some powers passes.";
    reforms(Nothing) -> Vec<ReformLine>, "Reforms kept in the workspace.";
    reform_show(ReformRef) -> ReformPage, "One reform: its changes in words, what is wrong with it, and its file.";
    reform_save(ReformSave) -> ReformPage, "Keeps a reform; one of the same id is written over only when told to.";
    reform_remove(ReformRef) -> ReformPage, "Takes a reform out; answers it, so that it can be saved again.";
    reform_check(ReformDocument) -> Vec<ReformProblem>, "What is wrong with a reform, each with what to do.";
    reform_leaves(LeavesRequest) -> Vec<LeafLine>, "The tests of a power that a reform can change.";
    reform_diff(DiffRequest) -> DiffPage, "The difference a reform makes: what closes, what opens, and why.";
    reform_compare(CompareRequest) -> ComparePage, "Two reforms side by side: what each alone opens, and what both do.";
    keytest_words(Nothing) -> KeyTestWords, "The words of the key test, and examples to start from.";
    assess(AssessRequest) -> AssessedPage, "Judges an assessment by the key test, with its portfolio; keeps nothing.";
    assessments(Nothing) -> Vec<AssessmentLine>, "Assessments kept in the workspace, the newest version of each.";
    assessment_keep(AssessRequest) -> AssessmentKept, "Keeps an assessment as a new version; those before it stay.";
    assessment_show(AssessmentRequest) -> AssessmentShown, "One kept assessment with its result and its versions.";
    assessment_remove(AssessmentRequest) -> AssessmentKept, "Takes back the newest version of an assessment.";
    assessment_print(AssessRequest) -> FileText, "An assessment's result as a page to print.";
    portfolio(PortfolioRequest) -> PortfolioPage, "Every assessment of a portfolio, settled together.";
    map(MapRequest) -> MapShown, "The map of an area: departments, powers, what stands between, groups; folded, with a place for each node.";
    map_node(MapNodeRequest) -> MapStory, "The story of a node of the map, with its proof and the next thing to do.";
    map_views(SavedViewsRequest) -> Vec<SavedView>, "Views of the map kept in the file.";
    save_map_view(SavedView) -> Vec<SavedView>, "Keeps a view of the map under a name.";
    remove_map_view(RemoveViewRequest) -> Vec<SavedView>, "Forgets a view of the map.";
    levels(LevelsRequest) -> LevelsPage, "Powers, groups, capacity, barriers and uses side by side, over time.";
    record_use(UseInput) -> Recorded, "Records a use of a power.";
    record_coverage(CoverageInput) -> Recorded, "Records that a register of uses was looked at.";
    record_finding(FindingInput) -> Recorded, "Records that a barrier is present or absent.";
    record_fact(FactInput) -> Recorded, "Records a fact of a group or an area.";
    remove(RemoveRequest) -> Recorded, "Takes back something recorded by hand.";
    recognise(ReadRequest) -> RecognisedFile, "Tells what a file is, without reading it all.";
    read(ReadRequest) -> JobRef, "Starts to read (or preview) a file.";
    job(JobRef) -> JobState, "How far a reading has come.";
    cancel(JobRef) -> JobState, "Stops a reading; nothing of it is kept.";
    work(WorkRef) -> WorkState, "How far a long question has come.";
    work_stop(WorkRef) -> WorkState, "Stops a long question; it then answers with the code “cancelled”.";
    left_out_csv(LeftOutRequest) -> FileText, "Rows of a register that were left out, with line and reason.";
    template(TemplateRequest) -> PathRequest, "Writes an empty table to fill in, with help.";
}
