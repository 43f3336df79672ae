CREATE TABLE incident (
  id UUID PRIMARY KEY,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  took_ms BIGINT NOT NULL,
  title VARCHAR(10000) NOT NULL,
  started_by VARCHAR(10000) NOT NULL,
  note CHARACTER LARGE OBJECT NOT NULL,
  masked BOOLEAN NOT NULL,
  severity VARCHAR(20) NOT NULL,
  summary CHARACTER LARGE OBJECT NOT NULL,
  findings CHARACTER LARGE OBJECT NOT NULL -- JSON
);

CREATE INDEX incident_at ON incident (at);

CREATE TABLE incident_instance (
  incident_id UUID NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id VARCHAR(1000) NOT NULL,
  name VARCHAR(1000) NOT NULL,
  address VARCHAR(1000) NOT NULL,
  environment VARCHAR(1000) NOT NULL,
  colour VARCHAR(20) NOT NULL,
  safety VARCHAR(20) NOT NULL,
  cluster VARCHAR(1000) NOT NULL,
  version VARCHAR(1000) NOT NULL,
  flavour VARCHAR(1000) NOT NULL,
  PRIMARY KEY (incident_id, position)
);

CREATE TABLE incident_part (
  incident_id UUID NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
  instance INTEGER NOT NULL, -- position in incident_instance
  position INTEGER NOT NULL,
  step VARCHAR(200) NOT NULL,
  version INTEGER NOT NULL,
  status VARCHAR(20) NOT NULL,
  detail CHARACTER LARGE OBJECT NOT NULL,
  ms BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  content BINARY LARGE OBJECT NOT NULL, -- JSON, deflated
  PRIMARY KEY (incident_id, instance, position)
);
