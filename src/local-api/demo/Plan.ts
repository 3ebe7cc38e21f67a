import type { ArtifactType, Status } from '../../contract/status.ts';

/** How one artifact will go, decided beforehand. Times in milliseconds since the epoch. */
export interface ArtifactPlan {
  readonly id: string;
  readonly type: ArtifactType;
  readonly created: number;
  /** Null when it never starts. */
  readonly started: number | null;
  /** Null when it never ends. */
  readonly ended: number | null;
  readonly outcome: Ended;
  readonly path: string | null;
  /** True when the path is only known once it has completed. */
  readonly pathAtEnd: boolean;
  readonly error: string | null;
}

/** How one build will go, decided beforehand. Times in milliseconds since the epoch. */
export interface Plan {
  readonly id: string;
  readonly imageName: string;
  readonly imageTag: string;
  readonly created: number;
  /** Null when it ends or stalls before. */
  readonly uploading: number | null;
  readonly building: number | null;
  /** Null when it never ends. */
  readonly ended: number | null;
  readonly outcome: Ended;
  readonly artifacts: readonly ArtifactPlan[];
}

export type Ended = Extract<Status, 'COMPLETED' | 'FAILED' | 'CANCELLED'>;
