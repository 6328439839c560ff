import GRDB

/// The tables of `office.db`: the office's state, one row a record, and the journal.
///
/// A migration is never edited once it has landed; a change of the schema is a new one.
enum OfficeSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 seats, employees, bookings") { db in
      try db.execute(
        sql: """
          CREATE TABLE employee (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            account INTEGER UNIQUE             -- Telegram user id; NULL while nobody registered
          ) STRICT;
          CREATE TABLE booking (
            id INTEGER PRIMARY KEY,
            day TEXT NOT NULL,                 -- 2026-11-25, in the office's time zone
            seat TEXT,                         -- as people see it
            owner INTEGER NOT NULL REFERENCES employee (id),
            created_at TEXT NOT NULL,          -- UTC
            UNIQUE (day, seat)
          ) STRICT;
          CREATE TABLE journal (               -- what happened, for people; never replayed
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,                  -- UTC
            actor INTEGER,                     -- Telegram user id; NULL: the bot itself
            kind TEXT NOT NULL,
            employee INTEGER NOT NULL,
            employee_name TEXT NOT NULL,
            booking INTEGER,
            day TEXT,
            seat TEXT,
            seat_before TEXT
          ) STRICT;
          -- Not to be carried out again; the oldest come first. Digests are all over the place: with an
          -- index on them every commit would write to as many pages as it has requests.
          CREATE TABLE handled_update (
            id INTEGER NOT NULL,               -- digest of what arrived
            at TEXT NOT NULL                   -- UTC
          ) STRICT;
          CREATE TABLE job (
            name TEXT PRIMARY KEY,
            last_run TEXT NOT NULL             -- UTC
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE counter (
            name TEXT PRIMARY KEY,
            next INTEGER NOT NULL              -- lower ids are reserved and may have been given
          ) STRICT, WITHOUT ROWID;
          INSERT INTO counter (name, next) VALUES ('booking', 1), ('employee', 1);
          """)
    }
    return migrator
  }
}
