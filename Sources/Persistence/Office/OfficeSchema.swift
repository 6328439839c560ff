import GRDB

/// The tables of `office.db`: the office's state, one row a record, and the journal.
///
/// A migration is never edited once it has landed; a change of the schema is a new one.
enum OfficeSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 the office") { db in
      try db.execute(
        sql: """
          CREATE TABLE employee (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            account INTEGER UNIQUE,            -- Telegram user id; NULL while nobody registered
            is_removed INTEGER NOT NULL DEFAULT 0 -- 1: off the list, past bookings still know the name
          ) STRICT;
          CREATE TABLE booking (
            id INTEGER PRIMARY KEY,
            day TEXT NOT NULL,                 -- 2026-11-25, in the office's time zone
            seat TEXT,                         -- as people see it; NULL while there is none for it
            owner INTEGER NOT NULL REFERENCES employee (id),
            guest TEXT,                        -- the guest's name; NULL for the owner's own presence
            created_at TEXT NOT NULL,          -- UTC, as all moments
            seated_at TEXT NOT NULL,           -- when it got the seat it has
            has_lost_seat INTEGER NOT NULL,    -- 1: stands before all others in the queue
            has_declined INTEGER NOT NULL,     -- 1: said no to an offer, is not asked again
            asked_at TEXT,                     -- the question whether the owner comes was made
            reached_at TEXT,                   -- it reached the owner
            reminded_at TEXT,
            confirmed_at TEXT,
            UNIQUE (day, seat)
          ) STRICT;
          CREATE TABLE offer (                 -- a freed seat, held for a seatless booking
            id INTEGER PRIMARY KEY,
            day TEXT NOT NULL,
            seat TEXT NOT NULL,
            booking INTEGER NOT NULL UNIQUE REFERENCES booking (id),
            asked_before TEXT NOT NULL,        -- bookings asked about the same freeing, as a JSON array
            created_at TEXT NOT NULL,
            delivered_at TEXT,
            message INTEGER,                   -- Telegram message id
            runs_out_at TEXT NOT NULL,
            UNIQUE (day, seat)
          ) STRICT;
          CREATE TABLE notice (                -- what the bot owes to somebody
            id INTEGER PRIMARY KEY,
            employee INTEGER,                  -- to whoever is linked to the name when it is delivered
            account INTEGER,                   -- or to this Telegram user id
            content TEXT NOT NULL,             -- JSON
            created_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            failed_at TEXT,                    -- given up then, because of
            failure TEXT,
            CHECK ((employee IS NULL) <> (account IS NULL))
          ) STRICT;
          CREATE TABLE registration_request (  -- waits for an admin
            id INTEGER PRIMARY KEY,
            account INTEGER NOT NULL,
            employee INTEGER NOT NULL REFERENCES employee (id),
            created_at TEXT NOT NULL
          ) STRICT;
          CREATE TABLE closed_day (            -- by an admin
            day TEXT PRIMARY KEY
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE closed_seat (           -- by an admin
            seat TEXT PRIMARY KEY,
            from_day TEXT NOT NULL,
            through_day TEXT,                  -- the last closed day; NULL: until it is opened
            reason TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE known_seat (            -- what the configuration had at the last start
            seat TEXT PRIMARY KEY
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE journal (               -- what happened, for people; never replayed
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,                  -- UTC
            actor INTEGER,                     -- Telegram user id; NULL: the bot itself
            kind TEXT NOT NULL,
            employee INTEGER,
            employee_name TEXT,
            booking INTEGER,
            day TEXT,
            seat TEXT,
            seat_before TEXT,
            guest TEXT,
            detail TEXT                        -- a reason, the name before, a Telegram user id
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
          INSERT INTO counter (name, next) VALUES
            ('booking', 1), ('employee', 1), ('offer', 1), ('notice', 1), ('request', 1);
          """)
    }
    migrator.registerMigration("2 answers, deliveries, strangers and closed days") { db in
      try db.execute(
        sql: """
          ALTER TABLE booking ADD COLUMN answer_by TEXT; -- silence costs the seat then; NULL: nobody was asked
          CREATE TABLE released_booking (      -- for want of an answer; «Приду» takes it again
            id INTEGER PRIMARY KEY,            -- the booking's
            day TEXT NOT NULL,
            owner INTEGER NOT NULL REFERENCES employee (id),
            guest TEXT,
            seat TEXT NOT NULL
          ) STRICT;
          -- How often it was sent without an answer: at most one repetition follows soon.
          ALTER TABLE notice ADD COLUMN unclear_attempts INTEGER NOT NULL DEFAULT 0;
          CREATE TABLE settled_request (       -- requests decided or withdrawn lately: they count for 24 hours
            id INTEGER PRIMARY KEY,
            account INTEGER NOT NULL,          -- Telegram user id
            employee INTEGER NOT NULL,         -- perhaps off the list by now
            created_at TEXT NOT NULL,
            settled_at TEXT NOT NULL,
            outcome TEXT NOT NULL              -- approved, refused, name given, name removed, withdrawn
          ) STRICT;
          CREATE TABLE request_message (       -- what stands in an admin's chat about requests
            admin INTEGER NOT NULL,
            account INTEGER NOT NULL,          -- whose request; 0: all without a message of their own
            message INTEGER NOT NULL,          -- Telegram message id
            sent_at TEXT NOT NULL,
            shown_at TEXT NOT NULL,            -- sent or edited last
            PRIMARY KEY (admin, account)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE account (               -- how accounts that are linked, or ask to be, call themselves
            id INTEGER PRIMARY KEY,            -- Telegram user id
            name TEXT NOT NULL,
            username TEXT                      -- without the @
          ) STRICT;
          -- Closed by configuration, and admins were told of its bookings; once known by names of jobs that were none.
          CREATE TABLE told_closed_day (
            day TEXT PRIMARY KEY
          ) STRICT, WITHOUT ROWID;
          INSERT INTO told_closed_day (day)
            SELECT substr(name, length('tell of closed day ') + 1) FROM job
            WHERE name GLOB 'tell of closed day [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
          DELETE FROM job WHERE name GLOB 'tell of closed day *';
          """)
    }
    migrator.registerMigration("3 languages, plans, absences and assigned seats") { db in
      try db.execute(
        sql: """
          ALTER TABLE account ADD COLUMN app_language TEXT;    -- ru, en; NULL: another one, or not known
          ALTER TABLE account ADD COLUMN chosen_language TEXT; -- goes before it
          CREATE TABLE cancelled_booking (     -- by its owner; it can be given back until its day is over
            id INTEGER PRIMARY KEY,            -- the booking's
            day TEXT NOT NULL,
            owner INTEGER NOT NULL REFERENCES employee (id),
            guest TEXT,
            seat TEXT,                         -- NULL: it was seatless
            created_at TEXT NOT NULL,          -- the booking's
            has_lost_seat INTEGER NOT NULL,
            has_declined INTEGER NOT NULL,
            absence INTEGER                    -- that cancelled it, perhaps ended by now; NULL: its owner did
          ) STRICT;
          CREATE TABLE plan (                  -- books the weekdays of plan_day when they open
            employee INTEGER PRIMARY KEY REFERENCES employee (id),
            created_at TEXT NOT NULL,
            rest TEXT,                         -- paused, silence; NULL while it books
            silent_releases INTEGER NOT NULL,  -- since the last answer
            last TEXT                          -- what came of it last, JSON
          ) STRICT;
          CREATE TABLE plan_day (
            employee INTEGER NOT NULL REFERENCES plan (employee),
            weekday TEXT NOT NULL,             -- mon, tue, …
            seat TEXT,                         -- NULL: any will do
            since TEXT NOT NULL,               -- the older wish goes first
            PRIMARY KEY (employee, weekday)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE absence (               -- somebody does not come
            id INTEGER PRIMARY KEY,
            employee INTEGER NOT NULL REFERENCES employee (id),
            from_day TEXT NOT NULL,
            through_day TEXT NOT NULL,
            entered_by INTEGER NOT NULL,       -- Telegram user id
            entered_at TEXT NOT NULL
          ) STRICT;
          CREATE TABLE assigned_seat (         -- by an admin
            seat TEXT PRIMARY KEY,
            employee INTEGER NOT NULL REFERENCES employee (id),
            weekdays TEXT NOT NULL,            -- mon,tue,…
            assigned_at TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE preference (            -- what somebody wants of a seat
            employee INTEGER PRIMARY KEY REFERENCES employee (id),
            features TEXT NOT NULL,            -- JSON array
            zone TEXT
          ) STRICT;
          CREATE TABLE granted_wish (          -- a plan got the wanted seat on this day
            employee INTEGER NOT NULL REFERENCES employee (id),
            day TEXT NOT NULL,
            PRIMARY KEY (employee, day)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE opened (                -- one row: the last day that has opened
            id INTEGER PRIMARY KEY CHECK (id = 1),
            through_day TEXT NOT NULL
          ) STRICT;
          INSERT INTO counter (name, next) VALUES ('absence', 1);
          """)
    }
    return migrator
  }
}
