CREATE TABLE kept_plan (
  id UUID PRIMARY KEY,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  digest VARCHAR(64) NOT NULL,
  statement CHARACTER LARGE OBJECT NOT NULL, -- passwords are masked
  instance_id VARCHAR(1000) NOT NULL,
  instance VARCHAR(1000) NOT NULL,
  database_name VARCHAR(1000) NOT NULL, -- empty: none
  version VARCHAR(1000) NOT NULL,
  origin VARCHAR(20) NOT NULL,
  raw CHARACTER LARGE OBJECT NOT NULL, -- as the server printed it
  name VARCHAR(10000) NOT NULL, -- empty: none
  pinned BOOLEAN NOT NULL
);

CREATE INDEX kept_plan_digest ON kept_plan (digest, at);
CREATE INDEX kept_plan_at ON kept_plan (at);
