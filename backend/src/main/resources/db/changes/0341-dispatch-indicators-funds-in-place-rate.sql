--liquibase formatted sql

--changeset zhaoshang:0341-dispatch-indicators-funds-in-place-rate
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select count(*) from information_schema.tables where table_schema = current_schema() and table_name = 'indicators'
-- A new database has no indicators yet when this stands in the order, and gets them as they are now.
-- Money in place is held against what the same contracts agree, and no longer against investment completed; all funds of a year
-- leave out past years' receipts of whatever origin. Only where the bureau has not written a definition of its own.
update indicators set numerator = 'FUNDS_OF_CONTRACTS', denominator = 'AGREED_AMOUNT',
    definition_zh = '资金到位率=截至当月报送的合同项目累计到位资金（各年、各来源）÷同一批合同项目的协议总投资×100%；可大于100%。',
    definition_en = 'Funds in place for the contracts that count, of all years and origins as reported up to the month ÷ what the same contracts agree × 100 %; may exceed 100 %.',
    version = version + 1, updated_at = now(), updated_by = '系统'
where code = 'FUNDS_IN_PLACE_RATE' and numerator = 'FUNDS' and denominator = 'COMPLETED_INVESTMENT'
    and definition_zh = '资金到位率=本年到位资金÷本年完成投资×100%；可大于100%。'
    and definition_en = 'Funds in place this year ÷ investment completed this year × 100 %; may exceed 100 %.';
update indicators set
    definition_zh = '本年1月至当月首次报送的全部到位资金，跨年补报冲回，计入已登记的调增调减。',
    definition_en = 'All funds first reported from January to the month, past years'' receipts left out, with the adjustments recorded.',
    version = version + 1, updated_at = now(), updated_by = '系统'
where code = 'FUNDS' and definition_zh = '本年1月至当月首次报送的全部到位资金，计入已登记的调增调减。'
    and definition_en = 'All funds first reported from January to the month, with the adjustments recorded.';
