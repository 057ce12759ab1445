-- Ctrl+K finds the notices of the facilities that fit (NoticeStore::search).
CREATE INDEX notice_target_facility ON notice_target (facility_id, notice_id);
