-- Deadlocks as InnoDB told them, each once an instance.
CREATE TABLE deadlock (
  instance_id VARCHAR(200) NOT NULL,
  fingerprint VARCHAR(400) NOT NULL,
  seen_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  section CHARACTER LARGE OBJECT NOT NULL,
  PRIMARY KEY (instance_id, fingerprint)
);
CREATE INDEX deadlock_seen ON deadlock (instance_id, seen_at);
