-- The history is asked for by thing, kind, person and time: each by an index that ends in the order of the log.
CREATE INDEX "event_project_id_type_seq_idx" ON "event"("project_id", "type", "seq");
CREATE INDEX "event_project_id_actor_id_seq_idx" ON "event"("project_id", "actor_id", "seq");
CREATE INDEX "event_project_id_actor_id_type_seq_idx" ON "event"("project_id", "actor_id", "type", "seq");
CREATE INDEX "event_project_id_at_seq_idx" ON "event"("project_id", "at", "seq");
