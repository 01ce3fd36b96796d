package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.edge.GateStatus;
import io.guanxi.crm.platform.edge.Gates;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Well while every module that is installed answers requests. */
@Component(property = {"hc.name=Modules", "hc.tags=crm"})
public class ModulesHealth implements HealthCheck {

    private final Gates gates;

    @Activate
    public ModulesHealth(@Reference Gates gates) {
        this.gates = gates;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (GateStatus gate : gates.list()) {
            if (gate.holds() > 0) {
                log.warn("{} is being exchanged", gate.module());
            } else if (!gate.ready()) {
                log.temporarilyUnavailable("{} does not answer", gate.module());
            } else {
                log.info("{} answers", gate.module());
            }
        }
        return new Result(log);
    }
}
