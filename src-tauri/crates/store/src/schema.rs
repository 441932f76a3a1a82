//! The schema, in the order in which it grew. It is meant to be read: see the comments and the views.

use rusqlite_migration::{M, Migrations};

/// "TAKE" in the file's header.
pub(crate) const APPLICATION_ID: i64 = 0x5441_4b45;
/// The newest format this program knows.
pub(crate) const VERSION: i64 = 3;

pub(crate) fn migrations() -> Migrations<'static> {
    Migrations::new(vec![M::up(FIRST), M::up(crate::reforms::SCHEMA), M::up(ASSESSMENTS)])
}

const FIRST: &str = "
-- What the workspace is: its council, the catalogue it was judged with.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- Labels from the catalogue, so that every code can be read by a person.
CREATE TABLE areas (gss TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, nation TEXT NOT NULL) STRICT;
CREATE TABLE powers (id TEXT PRIMARY KEY, name TEXT NOT NULL, department TEXT NOT NULL) STRICT;
CREATE TABLE barriers (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE legal_forms (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

-- Files that were read. kind and scope together say which register it is; a later file of the same kind and
-- scope is a newer edition.
CREATE TABLE registers (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, scope TEXT NOT NULL, file TEXT NOT NULL,
  sha256 TEXT NOT NULL, edition TEXT, read_at TEXT NOT NULL,
  rows INTEGER NOT NULL, records INTEGER NOT NULL, left_out INTEGER NOT NULL) STRICT;
CREATE INDEX registers_kind ON registers (kind, scope);
CREATE TABLE left_out (
  id INTEGER PRIMARY KEY, register INTEGER NOT NULL REFERENCES registers (id) ON DELETE CASCADE,
  line INTEGER NOT NULL, reason TEXT NOT NULL, what TEXT NOT NULL) STRICT;
CREATE INDEX left_out_register ON left_out (register);

-- Groups. key is an org-id where there is one. vanished: no longer in the newest edition of its register.
CREATE TABLE groups (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  register INTEGER REFERENCES registers (id), wide INTEGER NOT NULL DEFAULT 0,
  income INTEGER, income_date TEXT, members INTEGER, volunteers INTEGER, employees INTEGER,
  founded TEXT, registered TEXT, postcode TEXT, website TEXT, vanished TEXT) STRICT;
CREATE TABLE group_ids (
  group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE, id TEXT NOT NULL,
  PRIMARY KEY (group_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE group_forms (
  group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  form TEXT NOT NULL REFERENCES legal_forms (id), holds INTEGER NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (group_id, form)) STRICT, WITHOUT ROWID;
CREATE TABLE group_traits (
  group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  trait TEXT NOT NULL, holds INTEGER NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (group_id, trait)) STRICT, WITHOUT ROWID;
-- Where groups work, and why we think so.
CREATE TABLE presences (
  group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  area TEXT NOT NULL REFERENCES areas (gss), basis TEXT NOT NULL, kind TEXT NOT NULL, register INTEGER,
  PRIMARY KEY (group_id, area)) STRICT, WITHOUT ROWID;
CREATE INDEX presences_area ON presences (area);
-- Which register last showed a group, and a print of what it said.
CREATE TABLE seen (
  group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE, kind TEXT NOT NULL, scope TEXT NOT NULL,
  register INTEGER NOT NULL, print TEXT NOT NULL, PRIMARY KEY (group_id, kind, scope)) STRICT, WITHOUT ROWID;

-- What people and registers record. register is empty for what was typed in.
CREATE TABLE uses (
  id INTEGER PRIMARY KEY, power TEXT NOT NULL REFERENCES powers (id), area TEXT NOT NULL REFERENCES areas (gss),
  group_id INTEGER REFERENCES groups (id) ON DELETE SET NULL, group_name TEXT NOT NULL, what TEXT NOT NULL,
  date TEXT NOT NULL, outcome TEXT NOT NULL, source TEXT NOT NULL, address TEXT,
  register INTEGER REFERENCES registers (id), recorded_at TEXT NOT NULL,
  UNIQUE (power, area, group_name, date, what)) STRICT;
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY, power TEXT NOT NULL REFERENCES powers (id), area TEXT NOT NULL REFERENCES areas (gss),
  register_name TEXT NOT NULL, as_at TEXT NOT NULL, source TEXT NOT NULL, address TEXT,
  register INTEGER REFERENCES registers (id), recorded_at TEXT NOT NULL,
  UNIQUE (power, area, register_name, as_at)) STRICT;
CREATE TABLE findings (
  id INTEGER PRIMARY KEY, barrier TEXT NOT NULL REFERENCES barriers (id), effect TEXT NOT NULL,
  power TEXT REFERENCES powers (id), area TEXT REFERENCES areas (gss), duty_holder TEXT,
  group_id INTEGER REFERENCES groups (id) ON DELETE CASCADE, form TEXT REFERENCES legal_forms (id),
  note TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, address TEXT,
  register INTEGER REFERENCES registers (id), recorded_at TEXT NOT NULL) STRICT;
-- Facts told by hand. The latest of a key counts; a register's value stays beside it.
CREATE TABLE facts (
  id INTEGER PRIMARY KEY, group_id INTEGER REFERENCES groups (id) ON DELETE CASCADE,
  area TEXT NOT NULL REFERENCES areas (gss), key TEXT NOT NULL, value TEXT NOT NULL,
  source TEXT NOT NULL, date TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT;
CREATE INDEX facts_group ON facts (group_id);

-- How the columns of other tables were mapped before, by their header.
CREATE TABLE mappings (signature TEXT PRIMARY KEY, mapping TEXT NOT NULL) STRICT;

-- The answers, as last worked out.
CREATE TABLE judged (
  area TEXT NOT NULL REFERENCES areas (gss), power TEXT NOT NULL REFERENCES powers (id),
  status TEXT NOT NULL, reach TEXT NOT NULL, use TEXT NOT NULL, open INTEGER NOT NULL, unsettled INTEGER NOT NULL,
  blocked INTEGER NOT NULL, out_of_reach INTEGER NOT NULL, as_at TEXT NOT NULL,
  PRIMARY KEY (area, power)) STRICT, WITHOUT ROWID;

CREATE VIEW v_status AS
  SELECT a.name AS area, p.name AS power, p.department, j.status, j.reach, j.use, j.open AS groups_open,
         j.unsettled AS groups_unsettled, j.blocked AS groups_blocked, j.out_of_reach AS groups_out_of_reach,
         (SELECT max(c.as_at) FROM coverage c WHERE c.power = j.power AND c.area = j.area) AS uses_checked,
         j.as_at, j.area AS gss, j.power AS power_id
  FROM judged j JOIN areas a ON a.gss = j.area JOIN powers p ON p.id = j.power;
CREATE VIEW v_uses AS
  SELECT u.date, a.name AS area, p.name AS power, u.group_name AS \"group\", u.outcome, u.what, u.source, u.address,
         g.key AS group_key, u.area AS gss, u.power AS power_id
  FROM uses u JOIN areas a ON a.gss = u.area JOIN powers p ON p.id = u.power LEFT JOIN groups g ON g.id = u.group_id;
CREATE VIEW v_groups AS
  SELECT g.name, g.key, a.name AS area, x.basis,
         (SELECT group_concat(f.name, ', ') FROM group_forms h JOIN legal_forms f ON f.id = h.form
           WHERE h.group_id = g.id AND h.holds = 1) AS legal_forms,
         g.income, g.income_date, g.members, g.volunteers, g.employees, g.registered, g.vanished,
         r.name AS register, r.edition, x.area AS gss
  FROM groups g LEFT JOIN presences x ON x.group_id = g.id LEFT JOIN areas a ON a.gss = x.area
  LEFT JOIN registers r ON r.id = g.register;
";

const ASSESSMENTS: &str = "
-- The key test, applied to one initiative. Each version stays as it was kept, with the rules it was judged by and
-- what they said; document and result are JSON.
CREATE TABLE assessments (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, version INTEGER NOT NULL, portfolio TEXT, title TEXT NOT NULL,
  document TEXT NOT NULL, rules TEXT NOT NULL, outcome TEXT NOT NULL, result TEXT NOT NULL,
  made_on TEXT NOT NULL, expires TEXT NOT NULL, recorded_at TEXT NOT NULL,
  UNIQUE (key, version)) STRICT;
CREATE INDEX assessments_portfolio ON assessments (portfolio);

CREATE VIEW v_assessments AS
  SELECT a.title, a.outcome, a.made_on, a.expires, a.portfolio, a.version, a.rules, a.key
  FROM assessments a WHERE a.version = (SELECT max(b.version) FROM assessments b WHERE b.key = a.key);
";
