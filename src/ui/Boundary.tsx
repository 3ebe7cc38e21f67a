import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (retry: () => void, error: unknown) => ReactNode;
  /** A change of it tries again by itself. */
  readonly resetKey?: unknown;
}

interface BoundaryState {
  /** In an object of its own, since anything may be thrown. */
  readonly broken: { readonly error: unknown } | null;
}

/** Keeps a failure to draw in its place: what is around it goes on. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { broken: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { broken: { error } };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.broken && before.resetKey !== this.props.resetKey) this.retry();
  }

  readonly retry = (): void => this.setState({ broken: null });

  override render(): ReactNode {
    const { broken } = this.state;
    return broken ? this.props.fallback(this.retry, broken.error) : this.props.children;
  }
}
