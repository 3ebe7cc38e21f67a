import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (retry: () => void) => ReactNode;
  /** A change of it tries again by itself. */
  readonly resetKey?: unknown;
}

interface BoundaryState {
  readonly broken: boolean;
}

/** Keeps a failure to draw in its place: what is around it goes on. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { broken: false };

  static getDerivedStateFromError(): BoundaryState {
    return { broken: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.broken && before.resetKey !== this.props.resetKey) this.retry();
  }

  readonly retry = (): void => this.setState({ broken: false });

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback(this.retry) : this.props.children;
  }
}
