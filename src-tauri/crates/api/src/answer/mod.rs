//! What goes over the wire: requests and responses of every command, each beside its kin.
//! Words such as status and reach are the domain's own; the legend in [`about::About`] lists them.

pub mod about;
pub mod area;
pub mod assessment;
pub mod audit;
pub mod catalogue;
pub mod graph;
pub mod group;
pub mod keytest;
pub mod levels;
pub mod map;
pub mod power;
pub mod question;
pub mod reading;
pub mod record;
pub mod reform;
pub mod work;
pub mod workspace;
