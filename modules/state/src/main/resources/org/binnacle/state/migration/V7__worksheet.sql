CREATE TABLE ran_statement (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  instance VARCHAR(1000) NOT NULL,
  database_name VARCHAR(1000) NOT NULL, -- empty: none
  statement CHARACTER LARGE OBJECT NOT NULL, -- passwords are masked
  outcome VARCHAR(20) NOT NULL,
  detail VARCHAR(10000) NOT NULL,
  took_ms BIGINT NOT NULL
);
