-- A store of version 1 with two orders, as its last holder left it. Frozen: it must open for ever.
PRAGMA page_size=4096;
PRAGMA journal_mode=WAL;
PRAGMA application_id=0x48504E54;
PRAGMA user_version=1;
CREATE TABLE step(seq INTEGER PRIMARY KEY, entity INT NOT NULL, previous INT NOT NULL, body BLOB NOT NULL);
CREATE TABLE entity(id INTEGER PRIMARY KEY, version INT NOT NULL, head INT NOT NULL, place INT NOT NULL,
  status INT NOT NULL, lane INT NOT NULL, owner INT NOT NULL, created INT NOT NULL, changed INT NOT NULL,
  value INT NOT NULL, currency INT NOT NULL, slice INT NOT NULL, channel INT NOT NULL, region INT NOT NULL,
  vendor INT NOT NULL, flags INT NOT NULL);
CREATE TABLE open(id INTEGER PRIMARY KEY, due INT);
CREATE TABLE key(space INT NOT NULL, text BLOB NOT NULL, entity INT NOT NULL, PRIMARY KEY(space, text)) WITHOUT ROWID;
CREATE TABLE find(bucket INT NOT NULL, hash INT NOT NULL, entity INT NOT NULL,
  PRIMARY KEY(bucket, hash, entity)) WITHOUT ROWID;
CREATE TABLE outbox(id INTEGER PRIMARY KEY, entity INT NOT NULL, vendor INT NOT NULL, body BLOB NOT NULL);
CREATE TABLE stock(node INT NOT NULL, sku INT NOT NULL, version INT NOT NULL, on_hand INT NOT NULL,
  reserved INT NOT NULL, buffer INT NOT NULL, counted_at INT NOT NULL, PRIMARY KEY(node, sku)) WITHOUT ROWID;
CREATE TABLE exception(id INTEGER PRIMARY KEY, order_id INT NOT NULL, version INT NOT NULL, head INT NOT NULL,
  state INT NOT NULL, category INT NOT NULL, stage INT NOT NULL, priority INT NOT NULL, blocking INT NOT NULL,
  class INT NOT NULL, code INT NOT NULL, vendor INT NOT NULL, node INT NOT NULL, channel INT NOT NULL,
  region INT NOT NULL, currency INT NOT NULL, value INT NOT NULL, lane INT NOT NULL, fingerprint INT NOT NULL,
  opened INT NOT NULL, due INT, resolved INT, resolution INT NOT NULL, root_cause INT NOT NULL,
  assignee INT NOT NULL, snoozed INT);
CREATE INDEX exception_open ON exception(due, id) WHERE state < 6;
CREATE INDEX exception_order ON exception(order_id);
CREATE TABLE series(metric INT NOT NULL, cell INT NOT NULL, minute INT NOT NULL, n INT NOT NULL, bad INT NOT NULL,
  sum INT NOT NULL, histogram BLOB, PRIMARY KEY(minute, metric, cell)) WITHOUT ROWID;
CREATE TABLE frame(number INTEGER PRIMARY KEY, last_seq INT NOT NULL, at INT NOT NULL, hash BLOB NOT NULL);
CREATE TABLE body(hash BLOB PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE name(kind INT NOT NULL, number INT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(kind, number)) WITHOUT ROWID;
CREATE TABLE person(id INTEGER PRIMARY KEY, key BLOB NOT NULL);
CREATE TABLE ledger(batch INT NOT NULL, line INT NOT NULL, source INT, at INT, checksum BLOB, status INT, entity INT,
  PRIMARY KEY(batch, line)) WITHOUT ROWID;
CREATE TABLE partition(id INTEGER PRIMARY KEY, epoch INT NOT NULL, holder TEXT NOT NULL, head INT NOT NULL,
  serial INT NOT NULL, finds INT NOT NULL);
INSERT INTO step VALUES(1, 66625, 0, x'6f6e65'), (2, 132161, 0, x'74776f'), (3, 66625, 2, x'7468726565');
INSERT INTO entity VALUES(66625, 2, 3, 4, 0, 0, 1, 100, 200, 5890, 0, 0, 0, 0, 0, 0),
  (132161, 1, 2, 1, 0, 0, 1, 100, 100, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO open VALUES(66625, 500), (132161, NULL);
INSERT INTO exception VALUES(66628, 66625, 1, 3, 0, 0, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0, 5890, 0, 77, 200, 900, NULL, 0, 0,
  0, NULL);
INSERT INTO stock VALUES(1, 2, 3, 40, 5, 6, 7);
INSERT INTO name VALUES(3, 1, 'shop-eu');
INSERT INTO frame VALUES(1, 2, 100, zeroblob(32)), (2, 3, 200, zeroblob(32));
INSERT INTO partition VALUES(0, 6, 'holdpointd', 3, 12, 0);
