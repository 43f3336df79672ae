-- The course of figures: one packed hour of one instance a row (see the engine's Pack).
CREATE TABLE trend (
  instance_id VARCHAR(80) NOT NULL,
  hour_number BIGINT NOT NULL,
  block VARBINARY(100000) NOT NULL,
  PRIMARY KEY (instance_id, hour_number)
);
CREATE INDEX trend_hour ON trend (hour_number);
