CREATE TABLE top_sql_statement (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  schema_name VARCHAR(200) NOT NULL, -- empty: none
  digest VARCHAR(64) NOT NULL,
  words VARBINARY(1000000), -- digest text and sample, deflated; NULL: not known
  UNIQUE (digest, schema_name)
);

CREATE TABLE top_sql_hour (
  instance_id VARCHAR(1000) NOT NULL,
  since_1970 INTEGER NOT NULL, -- the hour's number
  content BINARY LARGE OBJECT NOT NULL, -- packed by org.binnacle.diagnosis.topsql.HourBlock
  PRIMARY KEY (instance_id, since_1970)
);
