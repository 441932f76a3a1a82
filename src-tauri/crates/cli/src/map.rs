//! The map as an indented list: each column from the top, under each node what it leads to.

use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;
use takeup_api::answer::map::{MapNode, MapShown, MapStory, SavedView};
use takeup_api::{ApiError, Session};

use crate::args::Format;
use crate::output;
use crate::run::{ask, open};

/// What of the map is looked at.
#[derive(Debug, Args)]
pub(crate) struct MapArgs {
    file: PathBuf,
    #[arg(long)]
    area: String,
    /// Unfold this node; more than once. The latest wins where there is no room for all.
    #[arg(long, value_name = "NODE")]
    unfold: Vec<String>,
    /// Only what runs through this node.
    #[arg(long, value_name = "NODE")]
    focus: Option<String>,
    /// And through this one: the routes between the two.
    #[arg(long, value_name = "NODE", requires = "focus")]
    to: Option<String>,
    /// Only the cheapest of those routes.
    #[arg(long, requires = "to")]
    cheapest: bool,
    /// How many columns from the focus.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=3))]
    steps: Option<u32>,
    /// Which way from the focus.
    #[arg(long, value_parser = ["up", "down", "both"])]
    way: Option<String>,
    /// Only what this blocks: a node that stands between, or barrier:ID.
    #[arg(long, value_name = "NODE")]
    blocked_by: Option<String>,
    /// Hide powers of this status; more than once. Those not available are hidden unless you say `none`.
    #[arg(long, value_name = "STATUS")]
    hide: Vec<String>,
    /// Lift this and see what would open; more than once.
    #[arg(long, value_name = "NODE")]
    lift: Vec<String>,
    /// List the nodes whose names have these words, those folded too.
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// Tell the story of this node instead.
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    /// Keep what is looked at in the file under this name.
    #[arg(long, value_name = "NAME")]
    save: Option<String>,
    /// Look at a view kept before; what else is asked here is not heeded.
    #[arg(long, value_name = "NAME")]
    saved: Option<String>,
    #[arg(long)]
    as_at: Option<String>,
}

pub(crate) fn map(args: MapArgs, format: Format) -> Result<(), ApiError> {
    let session = open(&args.file)?;
    if let Some(id) = &args.node {
        let request = json!({"area": args.area, "id": id, "as_at": args.as_at, "lift": args.lift});
        return story(&ask(&session, "map_node", request)?, format);
    }
    let hide = match args.hide.as_slice() {
        [] => Value::Null,
        [none] if none == "none" => json!([]),
        some => json!(some),
    };
    let mut view = json!({"unfolded": args.unfold, "focus": args.focus, "to": args.to, "cheapest": args.cheapest,
                          "steps": args.steps, "way": args.way, "blocked_by": args.blocked_by, "hide": hide,
                          "lift": args.lift});
    if let Some(name) = &args.saved {
        view = kept(&session, &args.area, name)?;
    }
    let request = json!({"area": args.area, "as_at": args.as_at, "view": view, "search": args.search});
    let shown: MapShown = ask(&session, "map", request)?;
    if let Some(name) = &args.save {
        let request = json!({"area": args.area, "name": name, "view": view});
        let _: Vec<SavedView> = ask(&session, "save_map_view", request)?;
        eprintln!("Kept as “{name}”. See it again: takeup map FILE --area {} --saved '{name}'", args.area);
    }
    if format == Format::Json {
        return output::json(&shown);
    }
    if args.search.is_some() {
        return output::rows(format, &["Node", "Kind", "In this view", "Name"], &shown.hits, |hit| {
            let here = if hit.out_of_view { "no" } else { "yes" };
            vec![hit.id.clone(), hit.kind_name.clone(), here.into(), hit.name.clone()]
        });
    }
    match format {
        Format::Table => output::write(&listed(&shown)),
        _ => output::rows(format, &["From", "To", "Groups", "Says"], &shown.edges, |edge| {
            vec![edge.from.clone(), edge.to.clone(), edge.groups.to_string(), edge.says.clone()]
        }),
    }
}

fn kept(session: &Session, area: &str, name: &str) -> Result<Value, ApiError> {
    let views: Vec<SavedView> = ask(session, "map_views", json!({"area": area}))?;
    let names: Vec<String> = views.iter().map(|view| format!("“{}”", view.name)).collect();
    let found = views.into_iter().find(|view| view.name == name);
    let found = found.ok_or_else(|| ApiError {
        code: "usage",
        message: match names.as_slice() {
            [] => "No view of this area is kept in the file. Keep one with --save NAME.".into(),
            names => format!("No view is kept under the name “{name}”. There is {}.", names.join(", ")),
        },
    })?;
    serde_json::to_value(found.view)
        .map_err(|e| ApiError { code: "failed", message: format!("The view cannot be read: {e}.") })
}

fn listed(shown: &MapShown) -> String {
    let mut out = format!("{} as at {}. {}\n", shown.area.name, shown.as_at, shown.says);
    for opened in &shown.opened {
        out.push_str(&format!(
            "  would change: {} ({} → {}; open to {} → {} groups)\n",
            opened.name, opened.from, opened.to, opened.groups_from, opened.groups_to
        ));
    }
    if !shown.lifted.is_empty() && shown.opened.is_empty() {
        out.push_str("  What is lifted changes no power by itself.\n");
    }
    if !shown.no_room.is_empty() {
        out.push_str(&format!("  Folded again, for want of room: {}.\n", shown.no_room.join("; ")));
    }
    let name = |id: &str| shown.nodes.iter().find(|n| n.id == id).map_or("", |n| n.name.as_str());
    for column in &shown.columns {
        out.push_str(&format!("\n{} ({})\n", column.title, column.nodes));
        for node in shown.nodes.iter().filter(|node| node.x == column.x) {
            out.push_str(&format!("  {}\n", line(node)));
            for edge in shown.edges.iter().filter(|edge| edge.from == node.id) {
                let to = shown.nodes.iter().find(|n| n.id == edge.to);
                let state = to.map_or(String::new(), |n| {
                    if n.state.is_empty() { String::new() } else { format!(" ({})", n.state.to_lowercase()) }
                });
                out.push_str(&format!("    → {}{state}: {}\n", name(&edge.to), edge.says));
            }
        }
    }
    out.push_str(&format!("\n{} Not legal advice.\n", shown.source));
    out
}

fn line(node: &MapNode) -> String {
    let parts = [node.name.as_str(), &node.state, &node.counts];
    let mut words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let was = node.was.as_ref().map(|was| format!("was {}", was.to_lowercase()));
    words.extend(was.as_deref());
    format!("{} [{}]", words.join(" · "), node.id)
}

fn story(story: &MapStory, format: Format) -> Result<(), ApiError> {
    if format == Format::Json {
        return output::json(story);
    }
    let mut out = format!("{} ({})\n", story.name, story.kind_name.to_lowercase());
    story.says.iter().for_each(|sentence| out.push_str(&format!("  {sentence}\n")));
    if let Some(next) = &story.next {
        out.push_str(&format!("Next: {next}\n"));
    }
    for remedy in &story.remedies {
        out.push_str(&format!(
            "  {} ({}; cost {}; {} weeks)\n",
            remedy.name, remedy.who_acts, remedy.cost, remedy.weeks
        ));
    }
    if story.powers_total > 1 {
        out.push_str(&format!("Powers ({} of {}):\n", story.powers.len(), story.powers_total));
        story
            .powers
            .iter()
            .for_each(|p| out.push_str(&format!("  {}: {} [power:{}]\n", p.name, p.status_name, p.power)));
    }
    for link in &story.proof {
        out.push_str(&format!("  {} [{} {}]\n", link.words, link.to, link.id));
    }
    out.push_str(&format!("{}\n", story.source));
    output::write(&out)
}
