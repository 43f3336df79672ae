CREATE TABLE record (
  id UUID PRIMARY KEY,
  started TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  until TIMESTAMP(9) WITH TIME ZONE NOT NULL, -- its last look
  title VARCHAR(10000) NOT NULL,
  instances CHARACTER LARGE OBJECT NOT NULL, -- JSON
  every_ms BIGINT NOT NULL,
  looks BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  ended VARCHAR(1000) NOT NULL, -- why; empty while it goes on
  note CHARACTER LARGE OBJECT NOT NULL
);

CREATE INDEX record_started ON record (started);

CREATE TABLE record_block (
  record_id UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  started TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  until TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  looks INTEGER NOT NULL,
  times VARBINARY(1000000) NOT NULL, -- of its looks
  content BINARY LARGE OBJECT NOT NULL, -- looks, deflated
  PRIMARY KEY (record_id, seq)
);
