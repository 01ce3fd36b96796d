package io.guanxi.crm.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** One container for all: it boots once. The build runs it twice, see {@link Environment}. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    SampleDataTests.class,
    StartTests.class,
    JointTransactionTests.class,
    BrokenChangelogTests.class,
    RestTests.class,
    EventTests.class,
    AuditTests.class,
    PrivacyTests.class,
    RestGuideTests.class,
    ExtensionTests.class,
    BadImportTests.class,
    RealDataTests.class,
    ShellTests.class,
    ExchangeTests.class,
    UpgradeTests.class,
    BrowserTests.class,
    ConformanceTests.class,
    AccessTests.class,
    FieldRightsTests.class,
    ForgeryTests.class,
    FuzzTests.class
})
public class CrmSuiteIT {}
