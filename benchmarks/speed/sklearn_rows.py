"""Trains scikit-learn on the rows that TrainingBenchmark wrote. A process each, so that the peak of memory is its own.

python sklearn_rows.py boosting|forest DIRECTORY THREADS
"""

import os
import sys

kind, directory, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
os.environ["OMP_NUM_THREADS"] = str(threads)

import resource
import time

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.metrics import roc_auc_score


def rows(name):
    """Features and target; big-endian floats, 40 features and a target a row."""
    table = np.fromfile(os.path.join(directory, name), dtype=">f4").reshape(-1, 41).astype(np.float32)
    return np.ascontiguousarray(table[:, :40]), table[:, 40].astype(int)


x, y = rows("train.f32")
test_x, test_y = rows("test.f32")
if kind == "boosting":
    model = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.06, max_leaf_nodes=16, max_depth=6, l2_regularization=5,
        min_samples_leaf=5, early_stopping=False, random_state=1)
else:
    model = RandomForestClassifier(
        n_estimators=100, max_depth=14, max_leaf_nodes=256, min_samples_leaf=5, n_jobs=threads, random_state=1)
before_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
model.fit(x, y)
seconds = time.perf_counter() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
scores = model.predict_proba(test_x)[:, 1]
batch = (time.perf_counter() - start) / len(test_x) * 1e6
singles = 200
start = time.perf_counter()
for i in range(singles):
    model.predict_proba(test_x[i : i + 1])
single = (time.perf_counter() - start) / singles * 1e6
print(
    f"scikit-learn {sklearn.__version__} {kind}: {len(x)} rows x 40, {threads} threads: {seconds:.2f} s, "
    f"peak {memory // 1024} MB ({before_memory // 1024} MB before training), AUC {roc_auc_score(test_y, scores):.4f}, "
    f"{single:.0f} us a single row, {batch:.2f} us a row of {len(test_x)}")
