import { describe, expect, it } from "vitest";
import { readFamily } from "../../../adapters/ovhcloud/family.ts";

describe("the family of a service", () => {
  it.each([
    ["/domain/{serviceName}", "domain"],
    ["/domain/zone/{zoneName}", "zone"],
    ["/hosting/web/{serviceName}", "hosting"],
    ["/hosting/privateDatabase/{serviceName}", "database"],
    ["/vps/{serviceName}", "vps"],
    ["/dedicated/server/{serviceName}", "dedicated"],
    ["/cloud/project/{serviceName}", "public-cloud"],
    ["/dedicatedCloud/{serviceName}", "private-cloud"],
    ["/vrack/{serviceName}", "vrack"],
    ["/license/windows/{serviceName}", "license"],
    ["/license/office/{serviceName}", "microsoft-365"],
    ["/email/domain/{domain}", "mxplan"],
    ["/email/pro/{service}", "email-pro"],
    ["/email/exchange/{organizationName}/service/{exchangeService}", "exchange"],
    ["/sms/{serviceName}", "sms"],
    ["/telephony/{billingAccount}", "telecom"],
    ["/pack/xdsl/{packName}", "telecom"],
    ["/allDom/{serviceName}", "other"],
    ["/something/new/{id}", "other"],
  ])("is told by the route %s: %s", (path, family) => {
    expect(readFamily(path, null)).toBe(family);
  });

  it.each(["/hosting/web/{serviceName}/cdn", "/hosting/web/{serviceName}/extraSqlPerso/{name}"])(
    "is never hosting for the option %s: the hosting of that name would be deleted",
    (path) => {
      expect(readFamily(path, "hosting-perso")).toBe("other");
    },
  );

  it("is told by the plan only where there is no route", () => {
    expect(readFamily(null, "hosting-perso")).toBe("hosting");
    expect(readFamily(null, "hosting-web-cdn")).toBe("other");
    expect(readFamily(null, null)).toBe("other");
    expect(readFamily("/vps/{serviceName}", "hosting-perso")).toBe("vps");
  });
});
