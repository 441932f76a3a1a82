//! Proofs of shipped powers drawn as indented text. Renew them on purpose only: `UPDATE_EXPECT=1 cargo test -p takeup-domain --test explain`.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod drawn;
mod shipped;

use drawn::{Scene, group};
use expect_test::expect;
use takeup_domain::power::{CapacityKind, Level};
use takeup_domain::record::{FindingEffect, Source};
use takeup_domain::world::Finding;

const NOMINATION: &str = "asset-of-community-value-nomination";
const TRAFFORD: &str = "E08000009";

#[test]
fn a_charity_that_works_here_may_nominate() {
    let charity = group("Sale Moor Community Trust", &[("charitable-company", true)]);
    let mut scene = Scene::new(TRAFFORD, "2026-11-01", charity);
    scene.works_here();
    scene.check(NOMINATION, expect![[r#"
        open
          yes all of
            yes any of
              no all of
                no is a parish or town council (England) | On record as: charitable company. [A register, as at 2026-10-01]
                unknown the land is in its parish, or its parish is near enough to count under reg 4 | Not on record. Read the area named in its rules, and look whether the place lies inside.
              yes all of
                yes any of
                  yes is a registered charity, a charitable trust, a community interest company or a neighbourhood forum | On record as: charitable company. [A register, as at 2026-10-01]
                  yes is a charity in law, registered or not | On record as: charitable company. [A register, as at 2026-10-01]
                yes works at least partly in the council's area or a neighbouring one | Told by hand. [Secretary, by telephone (2026-10-02)]
              yes all of
                yes is a company limited by guarantee or a registered society other than a credit union | On record as: charitable company. [A register, as at 2026-10-01]
                yes does not pay any of its surplus to its members | On record as: charitable company. [A register, as at 2026-10-01]
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
              no all of
                no is an unincorporated association | On record as: charitable company. [A register, as at 2026-10-01]
                unknown has at least 21 individual members who are on the electoral register for the council's area or a neighbouring one | Not on record. Ask the group to count its members.
                yes does not pay any of its surplus to its members | On record as: charitable company. [A register, as at 2026-10-01]
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
            – to do by group: Write the nomination: what land, who owns and occupies it so far as known, why it should be listed, and proof that the group may nominate
            – to confirm by Principal council: the land is not of an excluded kind (such as a home, a caravan site or a utility's operational land)
            – to confirm by Principal council: the main use, now or in the recent past, serves the community's social well-being or interests, and realistically can do so again
        opened by: nothing is missing
    "#]]);
}

#[test]
fn twelve_electors_are_too_few() {
    let forms =
        [("unincorporated-association", true), ("registered-charity", false), ("neighbourhood-forum", false)];
    let mut scene = Scene::new(TRAFFORD, "2026-11-01", group("Friends of the Park", &forms));
    scene.works_here();
    scene.tell("members:local-elector", |t| _ = t.members.insert("local-elector".into(), 12));
    scene.tell("trait:no-surplus-to-members", |t| _ = t.traits.insert("no-surplus-to-members".into(), true));
    scene.tell("trait:charity-in-law", |t| _ = t.traits.insert("charity-in-law".into(), false));
    scene.check(NOMINATION, expect![[r#"
        blocked
          no all of
            no any of
              no all of
                no is a parish or town council (England) | On record as: unincorporated association. [A register, as at 2026-10-01]
                unknown the land is in its parish, or its parish is near enough to count under reg 4 | Not on record. Read the area named in its rules, and look whether the place lies inside.
              no all of
                no any of
                  no is a registered charity, a charitable trust, a community interest company or a neighbourhood forum | On record as: unincorporated association. [A register, as at 2026-10-01]
                  no is a charity in law, registered or not | Told by hand. [Secretary, by telephone (2026-10-02)]
                yes works at least partly in the council's area or a neighbouring one | Told by hand. [Secretary, by telephone (2026-10-02)]
              no all of
                no is a company limited by guarantee or a registered society other than a credit union | On record as: unincorporated association. [A register, as at 2026-10-01]
                yes does not pay any of its surplus to its members | Told by hand. [Secretary, by telephone (2026-10-02)]
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
              no all of
                yes is an unincorporated association | On record as: unincorporated association. [A register, as at 2026-10-01]
                no has at least 21 individual members who are on the electoral register for the council's area or a neighbouring one | Told by hand. [Secretary, by telephone (2026-10-02)]
                yes does not pay any of its surplus to its members | Told by hand. [Secretary, by telephone (2026-10-02)]
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
            – to do by group: Write the nomination: what land, who owns and occupies it so far as known, why it should be listed, and proof that the group may nominate
            – to confirm by Principal council: the land is not of an excluded kind (such as a home, a caravan site or a utility's operational land)
            – to confirm by Principal council: the main use, now or in the recent past, serves the community's social well-being or interests, and realistically can do so again
        opened by: Become a company limited by guarantee.
        opened by: Become a community interest company.
        opened by: Give the group purposes that are charitable and nothing else.
        opened by: Recruit members who are on the electoral register here.
    "#]]);
}

#[test]
fn a_group_of_unknown_form_is_unsettled() {
    let mut scene = Scene::new(TRAFFORD, "2026-11-01", group("Old Library Group", &[]));
    scene.works_here();
    scene.check(NOMINATION, expect![[r#"
        unsettled
          unknown all of
            unknown any of
              unknown all of
                unknown is a parish or town council (England) | Not on record. Ask the group for its rules, or look it up on the register that shows this form.
                unknown the land is in its parish, or its parish is near enough to count under reg 4 | Not on record. Read the area named in its rules, and look whether the place lies inside.
              unknown all of
                unknown any of
                  unknown is a registered charity, a charitable trust, a community interest company or a neighbourhood forum | Not on record. Ask the group for its rules, or look it up on the register that shows this form.
                  unknown is a charity in law, registered or not | Not on record. Look at its purposes: a body set up only for charitable purposes is a charity even where it is too small to register.
                yes works at least partly in the council's area or a neighbouring one | Told by hand. [Secretary, by telephone (2026-10-02)]
              unknown all of
                unknown is a company limited by guarantee or a registered society other than a credit union | Not on record. Ask the group for its rules, or look it up on the register that shows this form.
                unknown does not pay any of its surplus to its members | Not on record. Read the clauses on surplus and on winding up in its rules: nothing may go to members. A group can act not for profit and still lack such a clause.
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
              unknown all of
                unknown is an unincorporated association | Not on record. Ask the group for its rules, or look it up on the register that shows this form.
                unknown has at least 21 individual members who are on the electoral register for the council's area or a neighbouring one | Not on record. Ask the group to count its members.
                unknown does not pay any of its surplus to its members | Not on record. Read the clauses on surplus and on winding up in its rules: nothing may go to members. A group can act not for profit and still lack such a clause.
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
            – to do by group: Write the nomination: what land, who owns and occupies it so far as known, why it should be listed, and proof that the group may nominate
            – to confirm by Principal council: the land is not of an excluded kind (such as a home, a caravan site or a utility's operational land)
            – to confirm by Principal council: the main use, now or in the recent past, serves the community's social well-being or interests, and realistically can do so again
        opened by: Find out whether it is a registered charity, a charitable trust, a community interest company or a neighbourhood forum.
        opened by: Find out whether it is a charity in law, registered or not.
        opened by: Find out whether it is a parish or town council (England). + Find out whether it has an area that covers the place concerned.
        opened by: Find out whether it is a company limited by guarantee, a community benefit society or a co-operative society. + Find out whether it does not pay any surplus to its members.
        opened by: Find out whether it does not pay any surplus to its members. + Find out whether it is an unincorporated association. + Find out whether it has at least 21 members who are local government electors.
    "#]]);
}

#[test]
fn an_association_in_trafford_must_become_a_forum_to_plan() {
    let forms = [("unincorporated-association", true), ("neighbourhood-forum", false)];
    let scene = Scene::new(TRAFFORD, "2026-11-01", group("Stretford Residents", &forms));
    scene.check("neighbourhood-plan", expect![[r#"
        blocked
          no all of
            no is a parish or town council, or a designated neighbourhood forum where no part of the area is in a parish; where only part of it is, the parish council leads | On record as: unincorporated association. [A register, as at 2026-10-01]
            – to do by group: Have the neighbourhood area designated, if it is not yet; for a whole parish the authority must agree
        opened by: Apply to the planning authority to be designated as a neighbourhood forum.
    "#]]);
}

#[test]
fn electors_petition_without_a_group() {
    Scene::people(TRAFFORD, "2026-11-01").check("community-governance-review-petition", expect![[r#"
        open
          yes all of
            yes acts for or is one of: local government electors | Nobody is shut out, or people who live here have it.
            – to do by group: Draw the area the review is to cover, and that of any new parish or changed parish, on a map or in words, and say what you want recommended
            – any of
              – to do by group: if the area has fewer than 500 electors: signatures of at least 37.5 per cent of them (how many electors of the area that the petition is about there are here is not on record: tell it as people:petition-area-elector, or read a table of electorates)
              – to do by group: if the area has 500 to 2,500 electors: at least 187 signatures
              – to do by group: if the area has more than 2,500 electors: signatures of at least 7.5 per cent of them (how many electors of the area that the petition is about there are here is not on record: tell it as people:petition-area-elector, or read a table of electorates)
        opened by: nothing is missing
    "#]]);
}

#[test]
fn a_power_that_is_not_in_force_says_so_and_still_shows_its_tests() {
    let scene = Scene::new(TRAFFORD, "2026-11-01", group("Timperley Parish", &[("parish-council", true)]));
    scene.check("neighbourhood-priorities-statement", expect![[r#"
        Made, but not yet in force; no date has been set.
        not-available
          yes is a parish or town council, or a designated neighbourhood forum where no part of the area is in a parish; where only part of it is, the parish council leads | On record as: parish or town council (England). [A register, as at 2026-10-01]
        opened by: nothing is missing
    "#]]);
}

#[test]
fn a_finding_that_stops_it_stands_beside_the_law() {
    let charity = group("Sale Moor Community Trust", &[("charitable-company", true)]);
    let mut scene = Scene::new(TRAFFORD, "2026-11-01", charity);
    scene.works_here();
    scene.findings.push(Finding {
        id: 1,
        barrier: "no-published-process".into(),
        effect: FindingEffect::Stops,
        power: Some(NOMINATION.into()),
        area: scene.area(),
        duty_holder: None,
        group: None,
        form: None,
        note: "The council's page says that nominations are paused.".into(),
        date: "2026-09-01".parse().unwrap(),
        source: Source { title: "Council website".into(), address: None },
    });
    scene.check(NOMINATION, expect![[r#"
        blocked
          yes all of
            yes any of
              no all of
                no is a parish or town council (England) | On record as: charitable company. [A register, as at 2026-10-01]
                unknown the land is in its parish, or its parish is near enough to count under reg 4 | Not on record. Read the area named in its rules, and look whether the place lies inside.
              yes all of
                yes any of
                  yes is a registered charity, a charitable trust, a community interest company or a neighbourhood forum | On record as: charitable company. [A register, as at 2026-10-01]
                  yes is a charity in law, registered or not | On record as: charitable company. [A register, as at 2026-10-01]
                yes works at least partly in the council's area or a neighbouring one | Told by hand. [Secretary, by telephone (2026-10-02)]
              yes all of
                yes is a company limited by guarantee or a registered society other than a credit union | On record as: charitable company. [A register, as at 2026-10-01]
                yes does not pay any of its surplus to its members | On record as: charitable company. [A register, as at 2026-10-01]
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
              no all of
                no is an unincorporated association | On record as: charitable company. [A register, as at 2026-10-01]
                unknown has at least 21 individual members who are on the electoral register for the council's area or a neighbouring one | Not on record. Ask the group to count its members.
                yes does not pay any of its surplus to its members | On record as: charitable company. [A register, as at 2026-10-01]
                yes works at least partly in the council's area or a neighbouring one, and spends at least part of any surplus for its benefit | Told by hand. [Secretary, by telephone (2026-10-02)]
            – to do by group: Write the nomination: what land, who owns and occupies it so far as known, why it should be listed, and proof that the group may nominate
            – to confirm by Principal council: the land is not of an excluded kind (such as a home, a caravan site or a utility's operational land)
            – to confirm by Principal council: the main use, now or in the recent past, serves the community's social well-being or interests, and realistically can do so again
        stopped by no-published-process (a remedy is known): The council's page says that nominations are paused. [Council website]
        opened by: Publish how it is done: form, tests, timetable, who decides, and how to have it looked at again (lifts “No process, scheme or register is published”).
    "#]]);
}

#[test]
fn a_forum_short_of_people_may_plan_but_is_stopped_in_practice() {
    let forms = [("unincorporated-association", true), ("neighbourhood-forum", true)];
    let mut scene = Scene::new(TRAFFORD, "2026-11-01", group("Altrincham Forum", &forms));
    scene.tell("capacity:organising", |t| _ = t.capacity.insert(CapacityKind::Organising, Level::Low));
    scene.check("neighbourhood-plan", expect![[r#"
        blocked
          yes all of
            yes is a parish or town council, or a designated neighbourhood forum where no part of the area is in a parish; where only part of it is, the parish council leads | On record as: neighbourhood forum, unincorporated association. [A register, as at 2026-10-01]
            – to do by group: Have the neighbourhood area designated, if it is not yet; for a whole parish the authority must agree
        short of organising capacity “high” (a remedy is known) to consult, gather evidence and draft policies over some two years
        opened by: Bring its organising capacity to at least “high”.
    "#]]);
}
