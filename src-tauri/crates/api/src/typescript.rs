//! The contract as TypeScript: every request and response, and the `Commands` interface.

use ts_rs::{Config, TS};

use crate::answer::{
    about::*, area::*, audit::*, catalogue::*, graph::*, group::*, map::*, power::*, question::*, reading::*,
    record::*, workspace::*,
};
use crate::commands::typescript;

/// The text of `ui/src/host/generated.ts`.
pub fn typescript_file() -> String {
    let config = Config::default();
    let mut out = String::from(
        "// Made from the Rust types by `cargo test -p takeup-api --test types`. Do not edit.\n\n",
    );
    let mut add = |declaration: String| {
        out.push_str("export ");
        out.push_str(&declaration);
        out.push_str("\n\n");
    };
    add(About::decl(&config));
    add(LegendLine::decl(&config));
    add(DataSource::decl(&config));
    add(Lists::decl(&config));
    add(Choice::decl(&config));
    add(AreaRef::decl(&config));
    add(AreasRequest::decl(&config));
    add(EntryKind::decl(&config));
    add(ShelfKind::decl(&config));
    add(ShelvesRequest::decl(&config));
    add(Shelf::decl(&config));
    add(EntryRef::decl(&config));
    add(SearchRequest::decl(&config));
    add(Hit::decl(&config));
    add(EntryRequest::decl(&config));
    add(EntryPage::decl(&config));
    add(EntryFact::decl(&config));
    add(EntrySection::decl(&config));
    add(EntryLine::decl(&config));
    add(AuditRequest::decl(&config));
    add(Audit::decl(&config));
    add(StatusCount::decl(&config));
    add(NotKnown::decl(&config));
    add(MatrixRow::decl(&config));
    add(AuditRow::decl(&config));
    add(GroupCounts::decl(&config));
    add(CoverageShown::decl(&config));
    add(FileText::decl(&config));
    add(GroupsRequest::decl(&config));
    add(Groups::decl(&config));
    add(GroupRow::decl(&config));
    add(GroupRequest::decl(&config));
    add(GroupPage::decl(&config));
    add(FactLine::decl(&config));
    add(GroupPower::decl(&config));
    add(TellLine::decl(&config));
    add(GraphRequest::decl(&config));
    add(GraphShown::decl(&config));
    add(NodeLine::decl(&config));
    add(EdgeLine::decl(&config));
    add(CircleLine::decl(&config));
    add(ChokepointLine::decl(&config));
    add(MapRequest::decl(&config));
    add(MapView::decl(&config));
    add(MapShown::decl(&config));
    add(MapColumn::decl(&config));
    add(MapNode::decl(&config));
    add(MapEdge::decl(&config));
    add(MapStatus::decl(&config));
    add(MapHit::decl(&config));
    add(MapRef::decl(&config));
    add(MapOpened::decl(&config));
    add(MapNodeRequest::decl(&config));
    add(MapStory::decl(&config));
    add(MapPowerLine::decl(&config));
    add(MapLink::decl(&config));
    add(SavedView::decl(&config));
    add(SavedViewsRequest::decl(&config));
    add(RemoveViewRequest::decl(&config));
    add(AreaQuestion::decl(&config));
    add(NearMisses::decl(&config));
    add(NearLine::decl(&config));
    add(NearPower::decl(&config));
    add(GroupRef::decl(&config));
    add(AskNext::decl(&config));
    add(QuestionLine::decl(&config));
    add(Letter::decl(&config));
    add(LiftRequest::decl(&config));
    add(LiftPage::decl(&config));
    add(LiftRemedy::decl(&config));
    add(RouteRequest::decl(&config));
    add(RoutePage::decl(&config));
    add(RouteLine::decl(&config));
    add(LegLine::decl(&config));
    add(WaysRequest::decl(&config));
    add(WayLine::decl(&config));
    add(PowerRequest::decl(&config));
    add(PowerPage::decl(&config));
    add(LawLine::decl(&config));
    add(InForceLine::decl(&config));
    add(ProofShown::decl(&config));
    add(BarrierRef::decl(&config));
    add(ProofLine::decl(&config));
    add(RemedyLine::decl(&config));
    add(StopLine::decl(&config));
    add(NeedLine::decl(&config));
    add(SetLine::decl(&config));
    add(ChangeLine::decl(&config));
    add(StepLine::decl(&config));
    add(RedressLine::decl(&config));
    add(BarrierLine::decl(&config));
    add(EnablerLine::decl(&config));
    add(UseLine::decl(&config));
    add(CoverageLine::decl(&config));
    add(FindingLine::decl(&config));
    add(LinkLine::decl(&config));
    add(TakeUpLine::decl(&config));
    add(PowersRequest::decl(&config));
    add(PowerLine::decl(&config));
    add(ReadRequest::decl(&config));
    add(MappingShown::decl(&config));
    add(RecognisedFile::decl(&config));
    add(FieldHelp::decl(&config));
    add(JobRef::decl(&config));
    add(JobState::decl(&config));
    add(ReadResult::decl(&config));
    add(ReasonCount::decl(&config));
    add(LeftOutRequest::decl(&config));
    add(TemplateRequest::decl(&config));
    add(UseInput::decl(&config));
    add(CoverageInput::decl(&config));
    add(FindingInput::decl(&config));
    add(FactInput::decl(&config));
    add(RemoveRequest::decl(&config));
    add(Recorded::decl(&config));
    add(StatusChange::decl(&config));
    add(ReachChange::decl(&config));
    add(PathRequest::decl(&config));
    add(CreateRequest::decl(&config));
    add(Nothing::decl(&config));
    add(WorkspaceInfo::decl(&config));
    add(RecordCounts::decl(&config));
    add(RegisterLine::decl(&config));
    add(AreaInView::decl(&config));
    add(RecentFile::decl(&config));
    out.push_str(&typescript(&config));
    out
}
