CREATE TABLE instance (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  name_key VARCHAR(400) NOT NULL UNIQUE, -- in lower case: names are unique ignoring case
  host VARCHAR(255) NOT NULL,
  port INTEGER NOT NULL,
  account VARCHAR(1000) NOT NULL,
  credential VARCHAR(2000) NOT NULL,
  tls VARCHAR(20) NOT NULL,
  ca VARCHAR(1000) NOT NULL,
  public_key_retrieval BOOLEAN NOT NULL,
  tunnel_host VARCHAR(255), -- NULL: no tunnel
  tunnel_port INTEGER,
  tunnel_account VARCHAR(1000),
  tunnel_key VARCHAR(1000),
  tunnel_known_hosts VARCHAR(1000),
  environment VARCHAR(1000) NOT NULL,
  cluster VARCHAR(1000) NOT NULL,
  business VARCHAR(1000) NOT NULL,
  region VARCHAR(1000) NOT NULL,
  role VARCHAR(1000) NOT NULL,
  tags VARCHAR(1000000) NOT NULL, -- separated by commas, which no tag holds
  note VARCHAR(20000) NOT NULL
);

CREATE TABLE environment (
  position INTEGER PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  colour VARCHAR(20) NOT NULL,
  safety VARCHAR(20) NOT NULL
);

CREATE TABLE audit (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  actor VARCHAR(1000) NOT NULL,
  instance_id VARCHAR(1000) NOT NULL,
  instance_name VARCHAR(1000) NOT NULL,
  address VARCHAR(1000) NOT NULL,
  environment VARCHAR(1000) NOT NULL,
  colour VARCHAR(20) NOT NULL,
  safety VARCHAR(20) NOT NULL,
  cluster VARCHAR(1000) NOT NULL,
  act VARCHAR(200) NOT NULL,
  target CHARACTER LARGE OBJECT NOT NULL,
  statement CHARACTER LARGE OBJECT NOT NULL,
  reason CHARACTER LARGE OBJECT NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  detail CHARACTER LARGE OBJECT NOT NULL
);

CREATE INDEX audit_at ON audit (at);

CREATE TABLE setting (
  name VARCHAR(1000) PRIMARY KEY,
  content CHARACTER LARGE OBJECT NOT NULL
);
