//! Trees: pruned of what nobody computes, and joined by Kleene's rules as least and greatest.

use takeup_domain::catalogue::Catalogue;
use takeup_domain::requirement::{Fact, Requirement, Test};
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::{Meets, Remedy};

pub enum Tree<'r> {
    Fact(&'r Fact),
    All(Vec<Tree<'r>>),
    Any(Vec<Tree<'r>>),
}

/// Without tasks and judgements, nor any branch that holds nothing else; none when nothing is left.
pub fn pruned(tree: &Requirement) -> Option<Tree<'_>> {
    let kept = |parts: &'_ [_]| -> Option<()> { (!parts.is_empty()).then_some(()) };
    match tree {
        Requirement::Leaf(leaf) => match &leaf.test {
            Test::Fact(fact) => Some(Tree::Fact(fact)),
            Test::Task(_) | Test::Judgement(_) => None,
        },
        Requirement::All(parts) => {
            let parts: Vec<Tree<'_>> = parts.iter().filter_map(pruned).collect();
            kept(&parts).map(|()| Tree::All(parts))
        }
        Requirement::Any(parts) => {
            let parts: Vec<Tree<'_>> = parts.iter().filter_map(pruned).collect();
            kept(&parts).map(|()| Tree::Any(parts))
        }
    }
}

/// A tree left empty is true.
pub fn worth(tree: &Option<Tree<'_>>, leaf: &dyn Fn(&Fact) -> Truth) -> Truth {
    match tree {
        None => Truth::True,
        Some(tree) => [Truth::False, Truth::Unknown, Truth::True][rank(tree, leaf)],
    }
}

/// False is 0, unknown 1, true 2: AND is the least of its parts, OR the greatest.
fn rank(tree: &Tree<'_>, leaf: &dyn Fn(&Fact) -> Truth) -> usize {
    match tree {
        Tree::Fact(fact) => match leaf(fact) {
            Truth::False => 0,
            Truth::Unknown => 1,
            Truth::True => 2,
        },
        Tree::All(parts) => parts.iter().map(|p| rank(p, leaf)).min().unwrap(),
        Tree::Any(parts) => parts.iter().map(|p| rank(p, leaf)).max().unwrap(),
    }
}

/// Whether a remedy is known for a false fact.
pub fn liftable(catalogue: &Catalogue, fact: &Fact) -> bool {
    if let Fact::Outcome(outcome) = fact {
        return catalogue.powers.contains_key(&outcome.of);
    }
    catalogue.remedies.values().any(|remedy| meets(catalogue, remedy, fact))
}

fn meets(catalogue: &Catalogue, remedy: &Remedy, fact: &Fact) -> bool {
    for met in &remedy.meets {
        let fits = match (fact, met) {
            (Fact::Form(wanted), Meets::Form(taken)) => {
                let all = super::forms::all_of(&catalogue.forms, taken);
                wanted.iter().any(|form| all.contains(form))
            }
            (Fact::Standing(wanted), Meets::Standing(id)) => wanted.contains(id),
            (Fact::Members(wanted), Meets::Members(id)) => wanted.of == *id,
            (Fact::Trait(wanted), Meets::Trait(id)) => wanted == id,
            (Fact::AreaType(wanted), Meets::AreaType(kind)) => wanted.contains(kind),
            (Fact::LocalConnection(_), Meets::LocalConnection) => true,
            _ => false,
        };
        if fits {
            return true;
        }
    }
    false
}
