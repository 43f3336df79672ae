CREATE TABLE review_project (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name VARCHAR(1000) NOT NULL UNIQUE, -- empty: of no project
  runs BIGINT NOT NULL
);

CREATE TABLE review_run (
  id UUID PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES review_project (id),
  number BIGINT NOT NULL, -- in its project
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  origin VARCHAR(20) NOT NULL,
  rule_set VARCHAR(1000) NOT NULL,
  rule_set_hash VARCHAR(64) NOT NULL,
  server VARCHAR(100) NOT NULL,
  files INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  notices INTEGER NOT NULL,
  suppressed INTEGER NOT NULL,
  known INTEGER NOT NULL -- to the baseline
);

CREATE INDEX review_run_at ON review_run (at);
CREATE INDEX review_run_number ON review_run (project_id, number);

CREATE TABLE review_path (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES review_project (id),
  path VARCHAR(4000) NOT NULL,
  UNIQUE (project_id, path)
);

CREATE TABLE review_look (
  run_id UUID NOT NULL REFERENCES review_run (id) ON DELETE CASCADE,
  path_id INTEGER NOT NULL REFERENCES review_path (id),
  seen VARBINARY(1000000) NOT NULL, -- ids of findings, as differences, 7 bits a byte
  PRIMARY KEY (run_id, path_id)
);

CREATE INDEX review_look_path ON review_look (path_id);

CREATE TABLE review_share (
  run_id UUID NOT NULL REFERENCES review_run (id) ON DELETE CASCADE,
  path_id INTEGER NOT NULL REFERENCES review_path (id),
  author VARCHAR(300) NOT NULL, -- empty: nobody known
  statements INTEGER NOT NULL
);

CREATE INDEX review_share_run ON review_share (run_id);

CREATE TABLE review_statement (
  fingerprint VARCHAR(64) PRIMARY KEY,
  words VARCHAR(4100) NOT NULL -- normalised: no values
);

CREATE SEQUENCE review_finding_id;

-- From the run that saw it first to the one that did not see it any more.
CREATE TABLE review_finding (
  id BIGINT PRIMARY KEY,
  path_id INTEGER NOT NULL REFERENCES review_path (id),
  rule VARCHAR(200) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL, -- empty: none
  object VARCHAR(1000) NOT NULL, -- empty: none
  level VARCHAR(10) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  statement INTEGER NOT NULL,
  line INTEGER NOT NULL,
  message VARCHAR(2000) NOT NULL,
  author VARCHAR(300) NOT NULL, -- empty: nobody known
  state VARCHAR(12) NOT NULL,
  first_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  last_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  times INTEGER NOT NULL,
  fixed_at TIMESTAMP(9) WITH TIME ZONE -- NULL: it lives
);

CREATE INDEX review_finding_path ON review_finding (path_id, fixed_at);
CREATE INDEX review_finding_last ON review_finding (last_at);
