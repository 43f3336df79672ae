ALTER TABLE kept_plan ADD COLUMN kept BOOLEAN DEFAULT TRUE NOT NULL; -- false: only what a tab shows
ALTER TABLE kept_plan ADD COLUMN tab VARCHAR(1000) DEFAULT '' NOT NULL; -- empty: of no tab
ALTER TABLE kept_plan ADD COLUMN beside CHARACTER LARGE OBJECT DEFAULT '' NOT NULL; -- JSON: tables, variables, warnings
ALTER TABLE kept_plan ADD COLUMN format VARCHAR(20) DEFAULT '' NOT NULL; -- empty: kept before shapes were
ALTER TABLE kept_plan ADD COLUMN shape VARCHAR(40) DEFAULT '' NOT NULL; -- alike where plans do the same
ALTER TABLE kept_plan ADD COLUMN steps INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE kept_plan ADD COLUMN cost DOUBLE PRECISION; -- null: not told
ALTER TABLE kept_plan ADD COLUMN ms DOUBLE PRECISION; -- null: not measured

CREATE INDEX kept_plan_tab ON kept_plan (tab);
