package io.lifeboat.fault.process;

import io.lifeboat.fault.FaultInjectorContract;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Proc;
import io.lifeboat.fault.testkit.SpinMain;
import io.lifeboat.fault.testkit.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** For injectors that signal processes: each test has a child that is busy, as the only process of its node. */
abstract class ProcessInjectorContract extends FaultInjectorContract {

    Child child;

    @BeforeEach
    void startChild() {
        child = Child.start(SpinMain.class);
        child.line();
    }

    @AfterEach
    void killChild() {
        child.close();
    }

    @Override
    protected FaultTarget target() {
        return Target.of(child.pid());
    }

    @Override
    protected String observed() {
        if (Proc.isGone(child.pid())) {
            return "dead";
        }
        return Proc.state(child.pid()) == 'T' ? "stopped" : "running";
    }
}
