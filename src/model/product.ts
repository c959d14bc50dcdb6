// What a vendor or assessor declares about a product: `pqready.yaml`. A declaration is a fact of grade D, never more.

import type { IsoDate, Role } from './evidence.ts';
import type { Market, ProductClass, Trait } from './framework.ts';

export type Changer = 'vendor-ota' | 'vendor-recall' | 'silicon-vendor' | 'standards-body' | 'nobody';

export interface ProductPart {
  readonly id: string;
  readonly kind: 'firmware' | 'bootloader' | 'radio' | 'companion' | 'cloud' | 'app';
  /** paths inside the product's root */
  readonly paths: readonly string[];
  readonly version?: string;
}

export interface DataClass {
  readonly id: string;
  readonly name: string;
  /** how long it must stay secret after it was sent */
  readonly secretYears: number;
  readonly roles: readonly Role[];
}

export interface RoleDeclaration {
  readonly role: Role;
  readonly inScope?: boolean;
  /** paths or asset ids whose facts have this role */
  readonly paths?: readonly string[];
  readonly changedBy?: Changer;
  readonly verifierImmutable?: boolean;
}

export interface Budget {
  readonly flashBytes?: number;
  readonly ramBytes?: number;
  readonly stackBytes?: number;
  readonly bootMs?: number;
  readonly handshakeMs?: number;
}

export interface TargetUse {
  readonly target: string;
  readonly budget: Budget;
}

export interface Declaration {
  readonly id:
    | 'update-process'
    | 'sbom-delivery'
    | 'support-statement'
    | 'incident-contact'
    | 'ai-components'
    | 'quantum-risk'
    | 'independent-verification';
  readonly statement: string;
  readonly declaredBy: 'vendor' | 'assessor' | 'third-party';
  readonly date: IsoDate;
}

export interface AcceptedRisk {
  readonly finding: string;
  readonly reason: string;
  readonly owner: string;
  readonly date: IsoDate;
  readonly expires: IsoDate;
}

/** `pqready.yaml`. Six lines are enough: name, targets, units, support. */
export interface Product {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  readonly vendor?: string;
  readonly parts: readonly ProductPart[];
  readonly targets: readonly TargetUse[];
  readonly units?: { readonly placedFrom: IsoDate; readonly placedTo: IsoDate; readonly count?: number };
  readonly supportEnds?: IsoDate;
  readonly fieldLifeYears?: number;
  readonly markets: readonly Market[];
  readonly highRiskUse?: boolean;
  readonly productClass?: ProductClass;
  /** a trait that is left out is not known */
  readonly traits?: Readonly<Partial<Record<Trait, boolean>>>;
  readonly data: readonly DataClass[];
  readonly roles: readonly RoleDeclaration[];
  readonly policies: readonly string[];
  readonly declarations: readonly Declaration[];
  readonly acceptedRisks: readonly AcceptedRisk[];
}
