-- Hours of top SQL in rows and not as LOBs: H2 keeps a replaced LOB for five minutes, and a file
-- that once grew by that is not given back.
CREATE TABLE top_sql_block (
  instance_id VARCHAR(1000) NOT NULL,
  since_1970 INTEGER NOT NULL, -- the hour's number
  part INTEGER NOT NULL, -- a block is cut at a million bytes
  content VARBINARY(1000000) NOT NULL, -- packed by org.binnacle.diagnosis.topsql.HourBlock
  PRIMARY KEY (instance_id, since_1970, part)
);

-- Minutes of hours that are not over, in a table of their own: a page that holds large rows is
-- written anew for each row that is added to it.
CREATE TABLE top_sql_piece (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instance_id VARCHAR(1000) NOT NULL,
  since_1970 INTEGER NOT NULL,
  part INTEGER NOT NULL, -- 0 begins a piece
  content VARBINARY(1000000) NOT NULL
);
CREATE INDEX top_sql_piece_hour ON top_sql_piece (instance_id, since_1970);

INSERT INTO top_sql_block (instance_id, since_1970, part, content)
 SELECT instance_id, since_1970, 0, CAST(content AS VARBINARY(1000000)) FROM top_sql_hour
 WHERE OCTET_LENGTH(content) <= 1000000;
DROP TABLE top_sql_hour;

-- The last look at the variables of an instance, and what has changed from look to look.
CREATE TABLE variable_look (
  instance_id VARCHAR(1000) PRIMARY KEY,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  content VARBINARY(1000000) NOT NULL -- name, value, name, value, deflated
);
CREATE TABLE variable_change (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instance_id VARCHAR(1000) NOT NULL,
  name VARCHAR(200) NOT NULL,
  was VARCHAR(100000), -- NULL: the server did not have it
  became VARCHAR(100000),
  after TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  seen_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX variable_change_instance ON variable_change (instance_id, number);
